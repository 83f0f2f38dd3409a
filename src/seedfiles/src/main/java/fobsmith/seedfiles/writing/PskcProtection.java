package fobsmith.seedfiles.writing;

import fobsmith.seedfiles.internal.WipedKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the seeds of a PSKC file are encrypted (RFC 6030 section 6). Each encrypted value bears a MAC, under a fresh key that is
 * itself encrypted. Holds a copy of the key; the writer that takes it over wipes it.
 */
public final class PskcProtection implements AutoCloseable {
    private final @Nullable ValueEncryption encryption;

    private PskcProtection(@Nullable ValueEncryption encryption) {
        this.encryption = encryption;
    }

    /** Which algorithms are used. */
    public enum Suite {
        /** Those that RFC 6030 obliges every reader to know: HMAC-SHA-1 in MACs and PBKDF2, AES-128, RSA PKCS #1 v1.5. */
        MANDATORY,
        /** HMAC-SHA-256 in MACs and PBKDF2, AES-256, RSA-OAEP with SHA-256. */
        MODERN
    }

    /** None at all: whoever reads the file has the seeds. */
    public static PskcProtection plain() {
        return new PskcProtection(null);
    }

    /**
     * Under a key that the receiver has: AES-CBC by its length of 16, 24 or 32 bytes. The array stays the caller's.
     *
     * @param name by which the receiver knows the key
     */
    public static PskcProtection preSharedKey(String name, byte[] key, Suite suite, SecureRandom randomness) {
        return new PskcProtection(SymmetricEncryption.preShared(name, WipedKey.adopt(key.clone()), suite, randomness));
    }

    /**
     * Under a key derived from a password by PBKDF2, with a salt of 16 bytes; AES-128 or AES-256 by the suite. The array
     * stays the caller's.
     *
     * @param iterations 1 to 10,000,000; 600,000 is OWASP's advice for HMAC-SHA-256 and 1,300,000 for HMAC-SHA-1
     */
    public static PskcProtection password(char[] password, int iterations, Suite suite, SecureRandom randomness) {
        return new PskcProtection(SymmetricEncryption.derived(password, iterations, suite, randomness));
    }

    /** For whoever has the private key of this certificate, which must be of RSA. */
    public static PskcProtection certificate(X509Certificate certificate, Suite suite, SecureRandom randomness) {
        return new PskcProtection(new RecipientEncryption(certificate, suite, randomness));
    }

    Optional<ValueEncryption> encryption() {
        return Optional.ofNullable(encryption);
    }

    @Override
    public void close() {
        if (encryption != null) {
            encryption.close();
        }
    }
}
