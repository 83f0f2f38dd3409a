package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What chains audit records: HMAC-SHA256 over the MAC before and the record. The key array stays the caller's. */
final class AuditMac {
    private static final int FINGERPRINT_BYTES = 16;
    private static final int BYTES = 32;

    private final byte[] key;

    AuditMac(byte[] key) {
        this.key = key;
    }

    static byte[] beforeTheFirst() {
        return new byte[BYTES];
    }

    /** Of its hexadecimal form, as it stands outside the registry. */
    static byte[] parse(String hexadecimal) {
        var bytes = HexFormat.of().parseHex(requireNonNull(hexadecimal, "no MAC"));
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a MAC of the audit trail has %d bytes".formatted(BYTES));
        }
        return bytes;
    }

    byte[] of(byte[] before, AuditRecord deed) {
        return of(before, deed.canonical());
    }

    /** Tells one content from another, and nobody without the key which: no list of guesses finds it. */
    String fingerprint(byte[] content) {
        return HexFormat.of().formatHex(of(new Canonical().with("fingerprint").bytes(), content), 0, FINGERPRINT_BYTES);
    }

    private byte[] of(byte[] before, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            mac.update(before);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }
}
