package fobsmith.seedfiles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line of a text, in bytes: only what is no secret is made a String. Valid as long as its buffer is. */
final class SeedLine {
    private final String kind;
    private final int number;
    private final byte[] buffer;
    private final int start;
    private final int end;

    private SeedLine(String kind, int number, byte[] buffer, int start, int end) {
        this.kind = kind;
        this.number = number;
        this.buffer = buffer;
        this.start = start;
        this.end = end;
    }

    /** A line of a file: the part of the buffer from start to end, without the blanks around it. */
    static SeedLine of(int number, byte[] buffer, int start, int end) {
        return of("line", number, buffer, start, end);
    }

    /** What stands in a place of another kind, such as a QR code; messages name it so. */
    static SeedLine of(String kind, int number, byte[] buffer, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (from < to && isBlank(buffer[to - 1])) {
            to--;
        }
        return new SeedLine(kind, number, buffer, from, to);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }

    int number() {
        return number;
    }

    /** Where it stands, in words: {@code line 3}. */
    String place() {
        return kind + " " + number;
    }

    boolean isEmpty() {
        return start == end;
    }

    int length() {
        return end - start;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    /** A part of this line, without the blanks around it. */
    SeedLine part(int from, int to) {
        return of(kind, number, buffer, start + from, start + to);
    }

    boolean startsWith(String ascii) {
        var prefix = ascii.getBytes(StandardCharsets.US_ASCII);
        return length() >= prefix.length
                && Arrays.equals(buffer, start, start + prefix.length, prefix, 0, prefix.length);
    }

    /** The text, blanks collapsed. Not for secrets. */
    String text(String what, int longest) {
        var text = PrintableText.collapsed(decoded());
        PrintableText.fault(text, longest).ifPresent(fault -> {
            throw malformed("%s %s".formatted(what, fault));
        });
        return text;
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, start, length()))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed("bytes that are no characters of UTF-8");
        }
    }

    /** A copy, which the caller wipes. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    SeedFileException malformed(String fault) {
        return new SeedFileException.Malformed("%s: %s".formatted(place(), fault), true);
    }

    SeedFileException refused(String reason) {
        return new SeedFileException.Refused("%s: %s".formatted(place(), reason), true, null);
    }

    /** Refused unless the reader is given this. */
    SeedFileException refused(String reason, Remedy remedy) {
        return new SeedFileException.Refused("%s: %s".formatted(place(), reason), true, remedy);
    }
}
