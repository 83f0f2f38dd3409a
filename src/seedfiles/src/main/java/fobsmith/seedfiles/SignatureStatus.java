package fobsmith.seedfiles;

/** What is known of a key container's signature (RFC 6030 section 7). */
public enum SignatureStatus {
    ABSENT("not signed"),
    NOT_VERIFIED("signed but not verified"),
    /** One of the certificates of the {@link ReadingTerms} has signed all that was read. */
    VERIFIED("signed, and the signature verified");

    private final String words;

    SignatureStatus(String words) {
        this.words = words;
    }

    /** The words for people. */
    @Override
    public String toString() {
        return words;
    }
}
