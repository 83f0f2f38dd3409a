package fobsmith.devices;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;

/** Random credentials that somebody may have to type. */
public final class LegibleCredential {
    /** What nobody misreads: no 0, O, 1, I or l. 16 of them hold 93 bits. */
    private static final byte[] LETTERS =
            "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".getBytes(US_ASCII);

    private static final int LENGTH = 16;

    private LegibleCredential() {}

    /** 16 letters and digits in ASCII. The caller closes it. */
    public static TokenCredential random(SecureRandom randomness) {
        var text = new byte[LENGTH];
        for (int i = 0; i < text.length; i++) {
            text[i] = LETTERS[randomness.nextInt(LETTERS.length)];
        }
        return TokenCredential.adopt(text);
    }
}
