package fobsmith.seedfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Walks JSON that may be hostile: bounded in bytes, depth and names, and no name twice in an object. Says where JSON is broken
 * in its own words, for the parser's may quote a secret. Its buffers are not kept for another parser to find.
 */
final class JsonCursor implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(BoundedFile.MOST_BYTES)
                    .maxStringLength(BoundedFile.MOST_BYTES)
                    .maxNestingDepth(32)
                    .maxNameLength(256)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final InputStream file;
    private final JsonParser parser;
    private String name = "";

    /** Takes the file over. */
    JsonCursor(InputStream file) {
        this.file = file;
        parser = watched(() -> FACTORY.createParser(ObjectReadContext.empty(), file));
    }

    /** Moves to the next value, the first to begin with. */
    void advance() {
        watched(parser::nextToken);
    }

    boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean atArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** How many objects and arrays are open, that included whose start it stands at. */
    int depth() {
        return parser.streamReadContext().getNestingDepth();
    }

    /** Goes on until no more than these are open. */
    void leaveTo(int depth) {
        while (depth() > depth) {
            watched(parser::nextToken);
        }
    }

    /** Moves to the value of the next field of the object that is open at this depth; false at the object's end. */
    boolean nextField(int depth) {
        leaveTo(depth);
        if (watched(parser::nextToken) != JsonToken.PROPERTY_NAME) {
            return false;
        }
        name = parser.currentName();
        advance();
        return true;
    }

    /** The name of the field last moved to. */
    String name() {
        return name;
    }

    /** Moves to the next value of the array that is open at this depth; false at the array's end. */
    boolean nextElement(int depth) {
        leaveTo(depth);
        return watched(parser::nextToken) != JsonToken.END_ARRAY;
    }

    /** Hands over the name of each field of the object that it stands at; what the receiver leaves unread is passed over. */
    void eachField(Consumer<String> receiver) {
        requireObject();
        int depth = depth();
        while (nextField(depth)) {
            receiver.accept(name);
        }
    }

    void requireObject() {
        if (!atObject()) {
            throw malformed("something else where an object should be");
        }
    }

    /** The text or number, empty for null. Not for secrets. */
    String text(String what, int longest) {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            throw malformed("%s is neither a text nor a whole number".formatted(what));
        }
        var text = PrintableText.collapsed(watched(parser::getString));
        PrintableText.fault(text, longest).ifPresent(fault -> {
            throw malformed("%s %s".formatted(what, fault));
        });
        return text;
    }

    /** A text as ASCII without making a String of it; the caller wipes it. */
    byte[] secret(String what) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed("%s is no text".formatted(what));
        }
        return watched(() -> {
            var characters = parser.getStringCharacters();
            var bytes = new byte[parser.getStringLength()];
            for (int i = 0; i < bytes.length; i++) {
                char character = characters[parser.getStringOffset() + i];
                bytes[i] = (byte) (character < 0x80 ? character : '?');
            }
            return bytes;
        });
    }

    /** A whole number of one signed byte, as Java writes arrays of bytes. */
    byte signedByte(String what) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw malformed("%s holds something that is no byte".formatted(what));
        }
        // JacksonException where it is longer than an int
        int number = watched(parser::getIntValue);
        if (number < -128 || number > 255) {
            throw malformed("%s holds a number that is no byte".formatted(what));
        }
        return (byte) number;
    }

    /** Reads what is left: nothing but the ends of what is open. */
    void finish() {
        leaveTo(0);
        if (watchedEnd() != null) {
            throw malformed("something after the end");
        }
    }

    private @Nullable JsonToken watchedEnd() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private <T> T watched(Supplier<T> step) {
        try {
            T result = step.get();
            if (result == null) {
                throw malformed("the file ends too early");
            }
            return result;
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private SeedFileException fault(JacksonException e) {
        if (e instanceof JacksonIOException io && io.getCause() != null) {
            return new SeedFileException.Unreadable(io.getCause());
        }
        var location = e.getLocation();
        return new SeedFileException.Malformed(
                "line %d is not well-formed JSON, or too long or nested too deep, or names a field twice"
                        .formatted(location == null ? 1 : Math.max(1, location.getLineNr())));
    }

    /** A fault of the file at the cursor's line. */
    SeedFileException malformed(String fault) {
        return new SeedFileException.Malformed(
                "line %d: %s"
                        .formatted(Math.max(1, parser.currentTokenLocation().getLineNr()), fault),
                true);
    }

    @Override
    public void close() {
        try (file) {
            parser.close();
        } catch (JacksonException | IOException _) {
            // read to where it was wanted; nothing is lost
        }
    }
}
