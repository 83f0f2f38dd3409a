package fobsmith.seedfiles.internal;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018 section 5.2) over the UTF-8 of a password, within bounds that keep a hostile file cheap. */
public final class PasswordDerivation {
    /** Some twenty seconds of one core. */
    public static final int MOST_ITERATIONS = 10_000_000;

    public static final int LONGEST_KEY = 64;
    public static final int LONGEST_SALT = 1024;

    private final MacAlgorithm pseudorandomFunction;
    private final byte[] salt;
    private final int iterations;
    private final int keyLength;

    /**
     * The parameters, all within their bounds.
     *
     * @param salt at least one byte
     * @param keyLength in bytes
     */
    public PasswordDerivation(MacAlgorithm pseudorandomFunction, byte[] salt, int iterations, int keyLength) {
        requireBetween("iterations", iterations, MOST_ITERATIONS);
        requireBetween("bytes of a key", keyLength, LONGEST_KEY);
        requireBetween("bytes of salt", salt.length, LONGEST_SALT);
        this.pseudorandomFunction = pseudorandomFunction;
        this.salt = salt.clone();
        this.iterations = iterations;
        this.keyLength = keyLength;
    }

    private static void requireBetween(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("%d %s are not 1 to %d".formatted(number, what, most));
        }
    }

    /** The derived key; the password stays the caller's. */
    public WipedKey derive(char[] password) {
        var parameters = new PBEKeySpec(password, salt, iterations, keyLength * 8);
        try {
            var factory = SecretKeyFactory.getInstance(pseudorandomFunction.passwordDerivation());
            return WipedKey.adopt(factory.generateSecret(parameters).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks %s".formatted(pseudorandomFunction.passwordDerivation()), e);
        } finally {
            parameters.clearPassword();
        }
    }
}
