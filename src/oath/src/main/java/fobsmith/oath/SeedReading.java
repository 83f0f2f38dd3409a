package fobsmith.oath;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the seed that a token has may come from the one that stands in the registry: the ways in which a seed's text is read
 * wrongly when somebody types or converts it.
 */
public enum SeedReading {
    AS_STORED("the seed as it is stored") {
        @Override
        byte[] of(byte[] stored) {
            return stored.clone();
        }
    },
    HEX_TAKEN_FOR_TEXT("a seed whose hexadecimal digits were stored as text") {
        @Override
        byte @Nullable [] of(byte[] stored) {
            return fromHex(stored);
        }
    },
    BASE32_TAKEN_FOR_TEXT("a seed whose base32 characters were stored as text") {
        @Override
        byte @Nullable [] of(byte[] stored) {
            return fromBase32(stored);
        }
    },
    TEXT_TAKEN_FOR_HEX("a seed that is itself a text of hexadecimal digits, and was decoded") {
        @Override
        byte[] of(byte[] stored) {
            return hex(stored, DIGITS);
        }
    },
    TEXT_TAKEN_FOR_BIG_HEX("a seed that is itself a text of hexadecimal digits in capitals, and was decoded") {
        @Override
        byte[] of(byte[] stored) {
            return hex(stored, "0123456789ABCDEF");
        }
    },
    TEXT_TAKEN_FOR_BASE32("a seed that is itself a text of base32 characters, and was decoded") {
        @Override
        byte[] of(byte[] stored) {
            return Base32.encode(stored);
        }
    },
    HEX_TAKEN_FOR_BASE32("a hexadecimal seed that was read as base32") {
        @Override
        byte @Nullable [] of(byte[] stored) {
            return through(Base32.encode(stored), SeedReading::fromHex);
        }
    },
    BASE32_TAKEN_FOR_HEX("a base32 seed that was read as hexadecimal") {
        @Override
        byte @Nullable [] of(byte[] stored) {
            return through(hex(stored, DIGITS), SeedReading::fromBase32);
        }
    };

    private interface Step {
        byte @Nullable [] of(byte[] text);
    }

    private static final String DIGITS = "0123456789abcdef";

    private final String text;

    SeedReading(String text) {
        this.text = text;
    }

    /** In words, as the end of "the codes are those of …". */
    public String text() {
        return text;
    }

    /** The seed that the token then has; null where the stored bytes cannot have come about so. The caller wipes it. */
    abstract byte @Nullable [] of(byte[] stored);

    private static byte @Nullable [] through(byte[] text, Step step) {
        try {
            return step.of(text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] hex(byte[] bytes, String digits) {
        var text = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = (byte) digits.charAt((bytes[i] >> 4) & 0x0f);
            text[2 * i + 1] = (byte) digits.charAt(bytes[i] & 0x0f);
        }
        return text;
    }

    private static byte @Nullable [] fromHex(byte[] text) {
        if (text.length % 2 != 0) {
            return null;
        }
        var bytes = new byte[text.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(text[2 * i], 16);
            int low = Character.digit(text[2 * i + 1], 16);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static byte @Nullable [] fromBase32(byte[] text) {
        try {
            return Base32.decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
