package fobsmith.seedfiles;

import java.util.Arrays;
import java.util.Optional;

/** FreeOTP+: {@code {"tokens":[{"algo","counter","digits","issuerExt","label","period","secret":[signed bytes],"type"}]}}. */
final class FreeOtpExport implements AppFormat {
    private static final int LONGEST_TEXT = 256;
    private static final int LONGEST_SECRET = 255;

    @Override
    public Optional<JsonCursor> entries(String field, JsonCursor export) {
        return field.equals("tokens") && export.atArray() ? Optional.of(export) : Optional.empty();
    }

    @Override
    public void readField(String field, JsonCursor cursor, AppEntry entry) {
        switch (field) {
            case "algo" -> entry.algorithm = cursor.text(field, LONGEST_TEXT);
            case "counter" -> entry.counter = cursor.text(field, LONGEST_TEXT);
            case "digits" -> entry.digits = cursor.text(field, LONGEST_TEXT);
            case "issuerExt" -> entry.issuer = cursor.text(field, LONGEST_TEXT);
            case "label" -> entry.account = cursor.text(field, LONGEST_TEXT);
            case "period" -> entry.timeStep = cursor.text(field, LONGEST_TEXT);
            case "type" -> entry.type = cursor.text(field, LONGEST_TEXT);
            case "secret" -> entry.adopt(secret(cursor));
            default -> {}
        }
    }

    private static byte[] secret(JsonCursor cursor) {
        if (!cursor.atArray()) {
            throw cursor.malformed("secret is no list of bytes");
        }
        int depth = cursor.depth();
        var bytes = new byte[LONGEST_SECRET];
        int length = 0;
        try {
            while (cursor.nextElement(depth)) {
                if (length == bytes.length) {
                    throw cursor.malformed("secret has more than %d bytes".formatted(LONGEST_SECRET));
                }
                bytes[length++] = cursor.signedByte("secret");
            }
            return Arrays.copyOf(bytes, length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
