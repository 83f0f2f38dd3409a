package fobsmith.registry;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What chains audit records: HMAC-SHA256 over the MAC before and the record. The key array stays the caller's. */
final class AuditMac {
    private final byte[] key;

    AuditMac(byte[] key) {
        this.key = key;
    }

    static byte[] beforeTheFirst() {
        return new byte[32];
    }

    byte[] of(byte[] before, AuditRecord deed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            mac.update(before);
            return mac.doFinal(deed.canonical());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }
}
