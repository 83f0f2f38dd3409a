package fobsmith.seedfiles;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The text of one secret, gathered piece by piece in a buffer that never grows and is wiped when closed. */
final class SecretText implements AutoCloseable {
    /** Room for the longest seed several times over; blanks are not stored. */
    static final int LONGEST = 2048;

    private final byte[] digits;
    private int length;
    private boolean legible = true;

    /** Takes over the buffer, which is as long as the text may be. */
    SecretText(byte[] buffer) {
        digits = buffer;
    }

    void append(char[] text, int count) {
        for (int i = 0; i < count; i++) {
            append(text[i]);
        }
    }

    private void append(char digit) {
        if (digit == ' ' || digit == '\t' || digit == '\r' || digit == '\n') {
            return;
        }
        legible &= digit < 0x80 && length < digits.length;
        if (legible) {
            digits[length++] = (byte) digit;
        }
    }

    /** The bytes, which the caller wipes; nothing where the text is not base64 (RFC 4648 section 4, padded). */
    Optional<byte[]> decode() {
        if (!legible || length % 4 != 0) {
            return Optional.empty();
        }
        var text = Arrays.copyOf(digits, length);
        var bytes = new byte[length / 4 * 3 - padding()];
        try {
            // Into an array of ours: the decoder's own may be copied to another length and left behind.
            Base64.getDecoder().decode(text, bytes);
            return Optional.of(bytes);
        } catch (IllegalArgumentException _) {
            Arrays.fill(bytes, (byte) 0);
            return Optional.empty();
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** The bytes, which the caller wipes; nothing where the text is not hexadecimal. */
    Optional<byte[]> hexadecimal() {
        var bytes = new byte[length / 2];
        boolean digitsOnly = legible && length % 2 == 0;
        for (int i = 0; digitsOnly && i < bytes.length; i++) {
            int pair = Character.digit(digits[2 * i], 16) << 4 | Character.digit(digits[2 * i + 1], 16);
            digitsOnly = pair >= 0;
            bytes[i] = (byte) pair;
        }
        if (!digitsOnly) {
            Arrays.fill(bytes, (byte) 0);
        }
        return digitsOnly ? Optional.of(bytes) : Optional.empty();
    }

    private int padding() {
        int padding = 0;
        while (padding < 2 && padding < length && digits[length - 1 - padding] == '=') {
            padding++;
        }
        return padding;
    }

    @Override
    public void close() {
        Arrays.fill(digits, (byte) 0);
        length = 0;
    }
}
