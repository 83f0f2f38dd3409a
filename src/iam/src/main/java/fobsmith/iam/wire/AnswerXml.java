package fobsmith.iam.wire;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer element by element, two blanks deeper at each level, as AWS does. One answer, one thread. */
public final class AnswerXml {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;
    private int elements;

    AnswerXml() {
        xml = get(() -> XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
    }

    /** An element with children; the outermost carries the namespace. */
    void root(String name, String namespace, Runnable content) {
        run(() -> {
            xml.writeStartElement(name);
            xml.writeDefaultNamespace(namespace);
        });
        children(content);
    }

    /** An element with children. */
    public void element(String name, Runnable content) {
        run(() -> {
            indent();
            xml.writeStartElement(name);
        });
        children(content);
    }

    /** An element with text. */
    public void element(String name, String content) {
        run(() -> {
            indent();
            xml.writeStartElement(name);
            xml.writeCharacters(legal(content));
            xml.writeEndElement();
        });
    }

    /** Whole seconds in UTC, as {@code 2026-11-23T12:00:00Z}. */
    public void element(String name, Instant time) {
        element(name, time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A list of texts, present even if empty. */
    public void list(String name, List<String> items) {
        if (items.isEmpty()) {
            empty(name);
        } else {
            element(name, () -> items.forEach(item -> element("member", item)));
        }
    }

    /** A map of texts, in its order. */
    public void map(String name, Map<String, String> entries) {
        element(
                name,
                () -> entries.forEach((key, value) -> element("entry", () -> {
                    element("key", key);
                    element("value", value);
                })));
    }

    /** A list, present even if empty; each item as a {@code member} with children. */
    public <T> void list(String name, List<T> items, Consumer<T> content) {
        if (items.isEmpty()) {
            empty(name);
        } else {
            element(name, () -> items.forEach(item -> element("member", () -> content.accept(item))));
        }
    }

    private void empty(String name) {
        run(() -> {
            indent();
            xml.writeEmptyElement(name);
        });
    }

    private void children(Runnable content) {
        int before = elements;
        depth++;
        content.run();
        depth--;
        run(() -> {
            if (elements > before) {
                lineBreak();
            }
            xml.writeEndElement();
        });
    }

    /** Requests may hold characters that XML cannot, and answers quote requests. */
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** XML 1.0 section 2.2; a carriage return would come out as a line feed. */
    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    private void indent() throws XMLStreamException {
        elements++;
        lineBreak();
    }

    private void lineBreak() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    @Override
    public String toString() {
        run(xml::flush);
        return text + "\n";
    }

    private static void run(Writing writing) {
        get(() -> {
            writing.write();
            return "";
        });
    }

    private static <T> T get(Reading<T> reading) {
        try {
            return reading.read();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private interface Reading<T> {
        T read() throws XMLStreamException;
    }
}
