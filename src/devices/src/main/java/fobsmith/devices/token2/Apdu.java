package fobsmith.devices.token2;

import java.util.Arrays;

/** Command APDUs in their short form: ISO/IEC 7816-4 section 5.1. */
final class Apdu {
    private static final int HEADER = 5;

    private Apdu() {}

    /** Exactly these bytes. */
    static byte[] of(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A header with the length of what follows it, and what follows it. */
    static byte[] withBody(int header, int first, int second, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var apdu = Arrays.copyOf(of(header >> 8, header, first, second, length), HEADER + length);
        int at = HEADER;
        for (var part : parts) {
            System.arraycopy(part, 0, apdu, at, part.length);
            at += part.length;
        }
        return apdu;
    }
}
