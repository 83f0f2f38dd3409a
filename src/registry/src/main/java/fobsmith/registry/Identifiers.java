package fobsmith.registry;

import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the ids that AWS's clients expect, from injected randomness. Thread-safe. */
public final class Identifiers {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final SecureRandom randomness;

    public Identifiers(SecureRandom randomness) {
        this.randomness = randomness;
    }

    /** AIDA and 17 characters. */
    public String user() {
        return "AIDA" + text(UPPER, 17);
    }

    /** AGPA and 17 characters. */
    public String group() {
        return "AGPA" + text(UPPER, 17);
    }

    /** AROA and 17 characters. */
    public String role() {
        return "AROA" + text(UPPER, 17);
    }

    /** AKIA and 16 characters: a long-term access key. */
    public String accessKey() {
        return "AKIA" + text(UPPER, 16);
    }

    /** ASIA and 16 characters: the key of a session. */
    public String sessionKey() {
        return "ASIA" + text(UPPER, 16);
    }

    /** OPER and 17 characters: somebody at the console. */
    public String operator() {
        return "OPER" + text(UPPER, 17);
    }

    /** 40 ASCII characters, 240 bits; the caller wipes them. */
    public byte[] secret() {
        var secret = new byte[40];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) SECRET.charAt(randomness.nextInt(SECRET.length()));
        }
        return secret;
    }

    /** A seed for a virtual device: 40 bytes, which are 64 characters of base32. The caller closes it. */
    public Seed seed() {
        return Seed.random(40, randomness);
    }

    /** Random bytes that need not be secret. */
    byte[] salt(int length) {
        var salt = new byte[length];
        randomness.nextBytes(salt);
        return salt;
    }

    /** 12 digits, the first not zero. */
    public String account() {
        return Long.toString(randomness.nextLong(100_000_000_000L, 1_000_000_000_000L));
    }

    /** 128 bits in hexadecimal: the id of a row. */
    public String row() {
        var bytes = new byte[16];
        randomness.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(randomness.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
