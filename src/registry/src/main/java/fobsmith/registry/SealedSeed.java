package fobsmith.registry;

/** A seed as it stands in the database: nonce and AES-GCM ciphertext, and which data key opens it. */
public final class SealedSeed {
    private final int keyVersion;
    private final byte[] bytes;

    SealedSeed(int keyVersion, byte[] bytes) {
        this.keyVersion = keyVersion;
        this.bytes = bytes.clone();
    }

    static SealedSeed of(Row row) {
        return new SealedSeed((int) row.number("key_version"), row.bytes("sealed_seed"));
    }

    int keyVersion() {
        return keyVersion;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
