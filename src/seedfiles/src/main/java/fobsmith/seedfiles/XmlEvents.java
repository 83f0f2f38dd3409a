package fobsmith.seedfiles;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.MissingResourceException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The events of an XML file that may be hostile: no document type, no entities, bounded depth and attributes. Says where XML
 * is broken in its own words: a parser quotes the file, and what it quotes may be a secret.
 */
final class XmlEvents implements AutoCloseable {
    private static final int LONGEST_NAME = 64;

    private final SeedFileStream file;
    private final XMLStreamReader parser;
    private final Deque<String> open = new ArrayDeque<>();

    /** Takes the file over: it is closed with the events, or here if it does not begin as XML does. */
    XmlEvents(InputStream input) {
        file = new SeedFileStream(input);
        parser = HardenedXml.parser(file);
    }

    /** The parser at the event that {@link #advance} answered; nobody else moves it. */
    XMLStreamReader parser() {
        return parser;
    }

    /** The next event, one of {@link XMLStreamConstants}. */
    int advance() {
        try {
            int event = parser.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD -> throw HardenedXml.documentTypeRefused();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refusedEntity();
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof CharacterCodingException ? undecodable() : notWellFormed();
        } catch (MissingResourceException _) {
            // The parser found a fault, such as a control character in a document type, that its catalogue has no words
            // for.
            throw notWellFormed();
        }
    }

    private void enter() {
        open.push(localName());
        if (open.size() > XmlCursor.DEEPEST) {
            throw malformed("elements are nested more than %d deep".formatted(XmlCursor.DEEPEST));
        }
        if (parser.getAttributeCount() + parser.getNamespaceCount() > XmlCursor.MOST_ATTRIBUTES) {
            throw malformed("an element has more than %d attributes".formatted(XmlCursor.MOST_ATTRIBUTES));
        }
    }

    /** The name without its namespace, and no longer than a message bears. */
    String localName() {
        var name = parser.getLocalName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    /** The name of the innermost open element. */
    String innermost() {
        return open.element();
    }

    /** Takes the innermost open element away, for a message about the one around it; nothing is read after that. */
    String abandonInnermost() {
        return open.pop();
    }

    /** How many elements are open. */
    int depth() {
        return open.size();
    }

    private SeedFileException undecodable() {
        return malformed("here or further on are bytes that are no characters of the file's encoding");
    }

    private SeedFileException refusedEntity() {
        return new SeedFileException.Refused(
                "line %d refers to an entity, which a seed file may not".formatted(line()));
    }

    SeedFileException notWellFormed() {
        var place = open.isEmpty() ? "outside the key container" : "inside " + open.element();
        var fault = file.exhausted() && !open.isEmpty()
                ? "the file ends " + place
                : "column %d, %s".formatted(parser.getLocation().getColumnNumber(), place);
        return new SeedFileException.Malformed("line %d is not well-formed XML: %s".formatted(line(), fault));
    }

    /** A fault of the file at the line of the last event. */
    SeedFileException malformed(String fault) {
        return new SeedFileException.Malformed("line %d: %s".formatted(line(), fault));
    }

    int line() {
        return parser.getLocation().getLineNumber() + file.skippedLines();
    }

    /** A key package is complete: the next may be as long. */
    void packageRead() {
        file.renewBudget();
    }

    @Override
    public void close() {
        HardenedXml.close(parser, file);
    }
}
