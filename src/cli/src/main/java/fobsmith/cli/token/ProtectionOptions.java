package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.seedfiles.writing.PskcProtection;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the seeds of an exported file are protected: exactly one way. Secrets never by argument. */
final class ProtectionOptions {
    /** OWASP's advice for PBKDF2 with HMAC-SHA-256. */
    private static final int MODERN_ITERATIONS = 600_000;

    /** The same for HMAC-SHA-1. */
    private static final int MANDATORY_ITERATIONS = 1_300_000;

    @ArgGroup(multiplicity = "1")
    private Way way;

    /** One of these. */
    static final class Way {
        @Option(
                names = "--pre-shared-key-file",
                paramLabel = "FILE",
                description = "Encrypt under the key on the first line of this file of mode 0600, in hexadecimal:"
                        + " 16, 24 or 32 bytes of AES.")
        private @Nullable Path preSharedKey;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Encrypt by the password on the first line of this file of mode 0600.")
        private @Nullable Path password;

        @Option(names = "--ask-password", description = "Ask for the password to encrypt by.")
        private boolean askPassword;

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description = "Encrypt for whoever has the private key to this RSA certificate, PEM or DER.")
        private @Nullable Path certificate;

        @Option(names = "--plain-text", description = "Do not encrypt: whoever reads the file has the seeds.")
        private boolean plainText;
    }

    @Option(
            names = "--key-name",
            paramLabel = "NAME",
            defaultValue = "Pre-shared key",
            description = "What the file calls the pre-shared key (default: ${DEFAULT-VALUE}).")
    private String keyName;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            defaultValue = "modern",
            description = "Algorithms: ${COMPLETION-CANDIDATES} (those that RFC 6030 obliges every reader to know, or"
                    + " AES-256, SHA-256 and OAEP; default: ${DEFAULT-VALUE}).")
    private PskcProtection.Suite suite;

    boolean isPlainText() {
        return way.plainText;
    }

    /** The writer that takes it over closes it. */
    PskcProtection read(Surroundings surroundings) {
        var randomness = surroundings.randomness();
        if (way.preSharedKey != null) {
            var key = SecretFile.hexadecimal(way.preSharedKey, "pre-shared key");
            try {
                return PskcProtection.preSharedKey(keyName, key, suite, randomness);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
        if (way.certificate != null) {
            return PskcProtection.certificate(Certificates.read(way.certificate).getFirst(), suite, randomness);
        }
        return way.plainText ? PskcProtection.plain() : byPassword(surroundings);
    }

    private PskcProtection byPassword(Surroundings surroundings) {
        var source = way.askPassword ? null : way.password;
        var word = SecretFile.password(source, "password of the new file", "--password-file");
        try {
            int iterations = suite == PskcProtection.Suite.MODERN ? MODERN_ITERATIONS : MANDATORY_ITERATIONS;
            return PskcProtection.password(word, iterations, suite, surroundings.randomness());
        } finally {
            Arrays.fill(word, '\0');
        }
    }
}
