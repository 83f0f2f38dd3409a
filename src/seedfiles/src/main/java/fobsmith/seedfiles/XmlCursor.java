package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the elements of an XML file that may be hostile: no document type, no entities, bounded depth, attributes and text.
 * Positions: {@link #root} and {@link #enterChild} stand at the start of an element; {@link #text}, {@link #secret},
 * {@link #eachChild} and {@link #skip} take that element to its end.
 */
final class XmlCursor implements AutoCloseable {
    static final int DEEPEST = 32;
    static final int MOST_ATTRIBUTES = 32;
    static final int LONGEST_TEXT = 4096;
    static final int LONGEST_ATTRIBUTE = 256;

    private final XmlEvents events;
    private final XMLStreamReader parser;
    private final char[] chunk = new char[512];

    /** Takes the file over: it is closed with the cursor, or here if it does not begin as XML does. */
    XmlCursor(InputStream input) {
        events = new XmlEvents(input);
        parser = events.parser();
    }

    /** Moves to the start of the root element. */
    void root() {
        while (events.advance() != XMLStreamConstants.START_ELEMENT) {
            // comments and processing instructions may come first
        }
    }

    /** Moves to the start of the next child; false at the end of the element that the cursor stood in. */
    boolean enterChild() {
        while (true) {
            switch (events.advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> requireBlank();
                default -> {}
            }
        }
    }

    private void requireBlank() {
        if (!parser.isWhiteSpace()) {
            throw malformed("text between the elements of %s".formatted(events.innermost()));
        }
    }

    /** Hands each child's name to the reader as below; no name may come again. */
    void eachChild(Consumer<String> reader) {
        eachChild(Set.of(), reader);
    }

    /** Hands each child's name to the reader, which must take that child to its end; only some names may come again. */
    void eachChild(Set<String> repeatable, Consumer<String> reader) {
        var seen = new HashSet<String>();
        while (enterChild()) {
            var name = name();
            if (!seen.add(name) && !foreign() && !repeatable.contains(name)) {
                throw malformed("%s is given twice".formatted(name));
            }
            reader.accept(name);
        }
    }

    /** The local name; names outside the namespaces of RFC 6030 (and none) are written {@code {namespace}name}. */
    String name() {
        return foreign() ? "{%s}%s".formatted(parser.getNamespaceURI(), parser.getLocalName()) : parser.getLocalName();
    }

    /** The name without its namespace, and no longer than a message bears. */
    String localName() {
        return events.localName();
    }

    /** In a namespace that is neither one of RFC 6030's nor none. */
    boolean foreign() {
        var namespace = parser.getNamespaceURI();
        return namespace != null && !namespace.isEmpty() && !Namespaces.KNOWN.contains(namespace);
    }

    /** The attribute's value, empty where it is absent. */
    String attribute(String name) {
        var value = parser.getAttributeValue(null, name);
        return value == null ? "" : clean("attribute " + name, value, LONGEST_ATTRIBUTE);
    }

    boolean hasAttributes() {
        return parser.getAttributeCount() > 0;
    }

    /** Names of its attributes; those of a namespace are written {@code {namespace}name}. */
    List<String> attributeNames() {
        return IntStream.range(0, parser.getAttributeCount())
                .mapToObj(i -> parser.getAttributeName(i).toString())
                .toList();
    }

    /** Text of an element without children, blanks collapsed as in {@code xs:token}. Not for secrets. */
    String text(int longest) {
        var element = parser.getLocalName();
        var text = new StringBuilder();
        eachChunk((chars, length) -> {
            if (text.length() + length > LONGEST_TEXT) {
                throw malformed("%s is longer than %d characters".formatted(element, LONGEST_TEXT));
            }
            text.append(chars, 0, length);
        });
        return clean(element, text.toString(), longest);
    }

    private String clean(String what, String text, int longest) {
        var clean = PrintableText.collapsed(text);
        PrintableText.fault(clean, longest).ifPresent(fault -> {
            throw malformed(what + " " + fault);
        });
        return clean;
    }

    /** Text of an element without children, as it comes, for a secret: no String is made of it. */
    void secret(SecretText secret) {
        eachChunk(secret::append);
    }

    private void eachChunk(TextSink sink) {
        while (true) {
            switch (events.advance()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> deliver(sink);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    events.abandonInnermost();
                    throw malformed("an element inside %s, which holds text only".formatted(events.innermost()));
                }
                default -> {}
            }
        }
    }

    private void deliver(TextSink sink) {
        try {
            for (int from = 0; from < parser.getTextLength(); from += chunk.length) {
                sink.accept(chunk, parser.getTextCharacters(from, chunk, 0, chunk.length));
            }
        } catch (XMLStreamException _) {
            throw events.notWellFormed();
        } finally {
            Arrays.fill(chunk, '\0');
        }
    }

    /** Takes the element to its end unread. */
    void skip() {
        leaveTo(events.depth() - 1);
    }

    /** How many elements are open. */
    int depth() {
        return events.depth();
    }

    /** Goes on until no more than these are open. */
    void leaveTo(int depth) {
        while (events.depth() > depth) {
            events.advance();
        }
    }

    /** Takes to its end the element around the one just read. */
    void leave() {
        while (enterChild()) {
            skip();
        }
    }

    /** Takes to its end an element that a reader does not know: an extension of someone else's, or a fault in the file. */
    void skipForeign() {
        if (!foreign()) {
            throw unexpected();
        }
        skip();
    }

    /** An element that may not stand here. Near secrets even its name is kept back: a stray "<" makes a name of a secret. */
    SeedFileException unexpected() {
        var name = events.abandonInnermost();
        var parent = events.innermost();
        boolean sensitive = parent.equals("Data") || parent.equals("Secret");
        return malformed(
                sensitive
                        ? "unexpected element in %s".formatted(parent)
                        : "unexpected element %s in %s".formatted(name, parent));
    }

    /** Reads what may follow the root element: nothing but comments. */
    void finish() {
        while (events.advance() != XMLStreamConstants.END_DOCUMENT) {
            // comments and processing instructions may come last
        }
    }

    /** A fault of the file at the cursor's line. */
    SeedFileException malformed(String fault) {
        return events.malformed(fault);
    }

    int line() {
        return events.line();
    }

    /** A key package is complete: the next may be as long. */
    void packageRead() {
        events.packageRead();
    }

    @Override
    public void close() {
        events.close();
    }

    @FunctionalInterface
    private interface TextSink {
        void accept(char[] text, int length);
    }
}
