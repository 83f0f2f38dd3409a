package fobsmith.seedfiles;

/**
 * How a PIN protects a key (RFC 6030 section 5, PINPolicy). Texts are empty and numbers 0 where the file sets none.
 *
 * @param keyId the key of the file that is the PIN itself
 * @param encoding of the PIN, such as {@code DECIMAL}
 */
public record PinPolicy(
        UsageMode usageMode, String keyId, String encoding, int minLength, int maxLength, int maxFailedAttempts) {
    /** Where the PIN is checked, in the RFC's words. */
    public enum UsageMode {
        /** By the token, before it shows a code. */
        LOCAL("Local"),
        /** By the verifier, in front of the code. */
        PREPEND("Prepend"),
        /** By the verifier, behind the code. */
        APPEND("Append"),
        /** As an input to the code's algorithm. */
        ALGORITHMIC("Algorithmic");

        private final String word;

        UsageMode(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
