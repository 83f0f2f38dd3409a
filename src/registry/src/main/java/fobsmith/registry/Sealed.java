package fobsmith.registry;

/** Sealed bytes on their way into a row, and which data key opens them. */
final class Sealed {
    private final int keyVersion;
    private final byte[] bytes;

    Sealed(int keyVersion, byte[] bytes) {
        this.keyVersion = keyVersion;
        this.bytes = bytes;
    }

    int keyVersion() {
        return keyVersion;
    }

    byte[] bytes() {
        return bytes;
    }
}
