package fobsmith.cli.demo;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer of the service: its status and its XML. */
final class Answer {
    private final int status;
    private final Document document;

    Answer(int status, String xml) {
        this.status = status;
        this.document = parse(xml);
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the service answered something that is not XML", e);
        }
    }

    int status() {
        return status;
    }

    /** The text of the first element of this name. */
    String text(String element) {
        var found = document.getElementsByTagName(element);
        if (found.getLength() == 0) {
            throw new IllegalStateException("the answer has no element %s".formatted(element));
        }
        return found.item(0).getTextContent();
    }

    /** All elements with text, without the request id; secrets by their first characters only. */
    String summary(Set<String> secrets) {
        var parts = new ArrayList<String>();
        collect(document.getDocumentElement(), secrets, parts);
        return parts.isEmpty() ? "done" : String.join(" ", parts);
    }

    private static void collect(Element element, Set<String> secrets, List<String> parts) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                collect(inner, secrets, parts);
            }
        }
        if (leaf && !element.getTagName().equals("RequestId")) {
            var text = element.getTextContent();
            parts.add(element.getTagName() + "="
                    + (secrets.contains(element.getTagName()) ? text.substring(0, 4) + "…" : text));
        }
    }
}
