package fobsmith.seedfiles;

import java.util.Arrays;
import java.util.Base64;

/**
 * The bytes inside {@code otpauth-migration://offline?data=...}: base64, percent-encoded. Tolerated, for it is found and
 * changes nothing: a plus that has become a blank, the alphabet of RFC 4648 section 5, padding or none.
 */
final class MigrationUri {
    static final String SCHEME = "otpauth-migration://";
    private static final String PARAMETER = "data=";

    private final SeedLine uri;
    private final byte[] text;
    private int length;

    private MigrationUri(SeedLine uri) {
        this.uri = uri;
        text = new byte[uri.length()];
    }

    /** The message, which the caller wipes. */
    static byte[] message(SeedLine uri) {
        var decoding = new MigrationUri(uri);
        try {
            decoding.collect(decoding.start());
            return decoding.decode();
        } finally {
            Arrays.fill(decoding.text, (byte) 0);
        }
    }

    /** Behind {@code ?data=} or {@code &data=}. */
    private int start() {
        for (int at = SCHEME.length(); at < uri.length(); at++) {
            boolean begins = uri.at(at) == '?' || uri.at(at) == '&';
            if (begins && uri.part(at + 1, uri.length()).startsWith(PARAMETER)) {
                return at + 1 + PARAMETER.length();
            }
        }
        throw uri.malformed("the migration URI holds no data");
    }

    private void collect(int from) {
        for (int at = from; at < uri.length() && uri.at(at) != '&' && uri.at(at) != '#'; at++) {
            byte character = uri.at(at);
            if (character == '%') {
                character = escaped(at);
                at += 2;
            }
            if (character != '=') {
                text[length++] = ordinary(character);
            }
        }
    }

    private byte escaped(int at) {
        int value = at + 2 < uri.length() ? digit(uri.at(at + 1)) << 4 | digit(uri.at(at + 2)) : -1;
        if (value < 0) {
            throw uri.malformed("the migration URI holds a percent sign that escapes nothing");
        }
        return (byte) value;
    }

    private static int digit(byte character) {
        return character < 0 ? -1 : Character.digit((char) character, 16);
    }

    private static byte ordinary(byte character) {
        return switch (character) {
            case ' ', '-' -> '+';
            case '_' -> '/';
            default -> character;
        };
    }

    private byte[] decode() {
        var base64 = Arrays.copyOf(text, length);
        var bytes = new byte[length / 4 * 3 + Math.max(0, length % 4 - 1)];
        try {
            Base64.getDecoder().decode(base64, bytes);
            return bytes;
        } catch (IllegalArgumentException _) {
            Arrays.fill(bytes, (byte) 0);
            throw uri.malformed("the data of the migration URI is not base64");
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }
}
