package fobsmith.oath;

/**
 * An {@code otpauth} URI cannot be used. The message may repeat what stands in it; the part does not, so it can be shown where
 * the secret may have slipped into another place.
 */
public final class OtpauthFault extends IllegalArgumentException {
    private final String part;

    OtpauthFault(String part, String message) {
        super(message);
        this.part = part;
    }

    OtpauthFault(String part, IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
        this.part = part;
    }

    /** What of it is faulty, in a word: {@code secret}, {@code algorithm}, {@code digits}, {@code period}, {@code label}. */
    public String part() {
        return part;
    }
}
