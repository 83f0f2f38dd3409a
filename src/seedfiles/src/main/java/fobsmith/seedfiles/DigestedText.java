package fobsmith.seedfiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Text on its way into a digest, or to whoever keeps it, in UTF-8. What passes through may be a secret: {@link #flush} wipes it. */
final class DigestedText {
    private static final int CHARACTERS = 4096;

    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARACTERS);
    private final Sink sink;

    DigestedText(MessageDigest digest) {
        this(digest::update);
    }

    DigestedText(ByteArrayOutputStream bytes) {
        this(bytes::write);
    }

    private DigestedText(Sink sink) {
        this.sink = sink;
    }

    @FunctionalInterface
    private interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    void append(char character) {
        if (!characters.hasRemaining()) {
            encode();
        }
        characters.put(character);
    }

    void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    /** The first half of a pair of surrogates waits for the second. */
    private void encode() {
        encoder.encode(characters.flip(), bytes, false);
        characters.compact();
        sink.take(bytes.array(), bytes.arrayOffset(), bytes.position());
        bytes.clear();
    }

    void flush() {
        encode();
        Arrays.fill(characters.array(), '\0');
        Arrays.fill(bytes.array(), (byte) 0);
    }
}
