package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** How a typed seed becomes bytes. */
enum PlainSeed {
    /**
     * With a decoder that is too obliging: it reads 0 as O, 1 as L and 8 as B, skips blanks and hyphens, drops what is less
     * than a byte, and refuses all else, padding too.
     */
    BASE32 {
        @Override
        byte[] bytes(byte[] typed) {
            var bytes = new byte[typed.length];
            int length = 0;
            int buffer = 0;
            int bits = 0;
            for (byte character : typed) {
                if (character == ' ' || character == '-') {
                    continue;
                }
                int value = value(character);
                if (value < 0) {
                    Arrays.fill(bytes, (byte) 0);
                    return new byte[0];
                }
                buffer = buffer << 5 | value;
                bits += 5;
                if (bits >= Byte.SIZE) {
                    bits -= Byte.SIZE;
                    bytes[length++] = (byte) (buffer >> bits);
                }
            }
            var exact = Arrays.copyOf(bytes, length);
            Arrays.fill(bytes, (byte) 0);
            return exact;
        }

        private int value(int character) {
            int obliging = switch (character) {
                case '0' -> 'O';
                case '1' -> 'L';
                case '8' -> 'B';
                default -> Character.toUpperCase(character);
            };
            return ALPHABET.indexOf(obliging);
        }
    },
    BASE64 {
        @Override
        byte[] bytes(byte[] typed) {
            try {
                return Base64.getDecoder().decode(typed);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
    };

    static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The caller wipes both; empty where it is none. */
    Optional<byte[]> read(byte[] typed) {
        return Optional.of(bytes(typed)).filter(bytes -> bytes.length > 0);
    }

    /** Nothing where it cannot be read. */
    abstract byte[] bytes(byte[] typed);
}
