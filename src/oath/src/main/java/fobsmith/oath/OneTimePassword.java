package fobsmith.oath;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A code as a token displays it and a person types it. Compared in constant time; does not print itself by accident. */
public final class OneTimePassword {
    private final byte[] digits;

    private OneTimePassword(byte[] digits) {
        this.digits = digits;
    }

    /** Takes 6 to 10 ASCII digits and nothing else. */
    public static OneTimePassword parse(String typed) {
        if (typed.length() < 6 || typed.length() > 10 || !typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a code is 6 to 10 digits");
        }
        var digits = new byte[typed.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) typed.charAt(i);
        }
        return new OneTimePassword(digits);
    }

    /** The rightmost {@code digits} decimal digits of a value, padded with zeros (RFC 4226 section 5.3, step 3). */
    static OneTimePassword of(long value, int digits) {
        var text = new byte[digits];
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        return new OneTimePassword(text);
    }

    /** Number of digits. */
    public int length() {
        return digits.length;
    }

    /** The digits in clear, for a display. */
    public String reveal() {
        return new String(digits, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimePassword code && MessageDigest.isEqual(digits, code.digits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digits);
    }

    @Override
    public String toString() {
        return "OneTimePassword[%d digits]".formatted(digits.length);
    }
}
