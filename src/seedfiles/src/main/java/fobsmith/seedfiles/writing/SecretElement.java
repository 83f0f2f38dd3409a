package fobsmith.seedfiles.writing;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key's Secret on its way into a container: in plain, or encrypted with the MAC over the encrypted value (RFC 6030 section
 * 6.1.1). Made before anything of the key is written, so that a seed that cannot be encrypted leaves no half of a key. Closing
 * wipes it.
 */
final class SecretElement implements AutoCloseable {
    private final byte[] value;
    private final byte[] mac;
    private final @Nullable ValueEncryption encryption;

    private SecretElement(byte[] value, byte[] mac, @Nullable ValueEncryption encryption) {
        this.value = value;
        this.mac = mac;
        this.encryption = encryption;
    }

    static SecretElement of(KeyDescription key, Seed seed, PskcProtection protection) {
        return protection
                .encryption()
                .map(encryption -> seed.use(bytes -> encrypted(key, bytes, encryption)))
                .orElseGet(() -> seed.use(bytes -> new SecretElement(bytes.clone(), new byte[0], null)));
    }

    private static SecretElement encrypted(KeyDescription key, byte[] plain, ValueEncryption encryption) {
        try {
            var value = encryption.encrypt(plain);
            return new SecretElement(value, encryption.macAlgorithm().mac(encryption.macKey(), value), encryption);
        } catch (GeneralSecurityException _) {
            throw key.notWritable("has a seed of %d bytes, which is too long for the key that it is to be encrypted for"
                    .formatted(plain.length));
        }
    }

    void writeTo(SeedFileOutput output) throws IOException {
        output.raw("<Secret>");
        if (encryption == null) {
            output.raw("<PlainValue>").base64(value).raw("</PlainValue>");
        } else {
            output.raw("<EncryptedValue>");
            writeCipherValue(encryption, value, output);
            output.raw("</EncryptedValue><ValueMAC>").base64(mac).raw("</ValueMAC>");
        }
        output.raw("</Secret>");
    }

    /** Writes how the MACs are made, and their key, encrypted. */
    static void writeMacMethod(ValueEncryption encryption, SeedFileOutput output) throws IOException {
        var sealedKey = encryption.macKey().use(key -> {
            try {
                return encryption.encrypt(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a fresh key of MACs cannot be encrypted", e);
            }
        });
        output.raw("<MACMethod Algorithm=\"%s\"><MACKey>"
                .formatted(encryption.macAlgorithm().uri()));
        writeCipherValue(encryption, sealedKey, output);
        output.raw("</MACKey></MACMethod>\n");
    }

    private static void writeCipherValue(ValueEncryption encryption, byte[] value, SeedFileOutput output)
            throws IOException {
        encryption.writeMethod(output);
        output.raw("<xenc:CipherData><xenc:CipherValue>");
        output.base64(value);
        output.raw("</xenc:CipherValue></xenc:CipherData>");
    }

    @Override
    public void close() {
        Arrays.fill(value, (byte) 0);
    }
}
