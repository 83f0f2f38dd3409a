package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.wire.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer as a client sees it: parsed. */
record Reply(WireAnswer answer, Element root) {

    static Reply of(WireAnswer answer) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.bytes()));
            return new Reply(answer, document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + answer.body(), e);
        }
    }

    int status() {
        return answer.status();
    }

    /** The text of the first element of this name. */
    String text(String name) {
        return texts(name).getFirst();
    }

    /** The texts of all elements of this name, in order. */
    List<String> texts(String name) {
        var elements = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }

    /** The names of all elements as {@code Op(Result(A B) ResponseMetadata(RequestId))}. */
    String structure() {
        return structure(root);
    }

    /** As {@link #structure}, of the members within the Result element. */
    String members() {
        return children(children(root).getFirst()).stream()
                .map(Reply::structure)
                .collect(Collectors.joining(" "));
    }

    private static String structure(Element element) {
        var children = children(element);
        var inner = children.stream().map(Reply::structure).collect(Collectors.joining(" "));
        return children.isEmpty() ? element.getLocalName() : element.getLocalName() + "(" + inner + ")";
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Fails with what was refused unless the request succeeded. */
    Reply ok() {
        assertThat(status()).as(answer.body()).isEqualTo(200);
        return this;
    }

    /** That the request was refused just so. */
    void isRefused(int status, String code, String message) {
        assertThat(answer.body()).contains("<Message>").contains("<Code>");
        assertThat(text("Message")).isEqualTo(message);
        assertThat(text("Code")).isEqualTo(code);
        assertThat(status()).isEqualTo(status);
        assertThat(text("Type")).isEqualTo("Sender");
        assertThat(structure()).isEqualTo("ErrorResponse(Error(Type Code Message) RequestId)");
    }

    void isInvalid(String message) {
        isRefused(400, "ValidationError", message);
    }

    /** That one constraint of one member is violated. */
    void violates(String member, String constraint) {
        isInvalid("1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
                .formatted(member, constraint));
    }
}
