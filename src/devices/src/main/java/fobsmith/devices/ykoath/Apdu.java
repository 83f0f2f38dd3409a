package fobsmith.devices.ykoath;

import java.util.Arrays;

/** Command APDUs in their short form without Le, as Yubico's own tools send them: ISO/IEC 7816-4 section 5.1. */
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

    /** A header with the length of what follows it, 255 bytes at most, and what follows it. */
    static byte[] withBody(int classByte, int instruction, int first, int second, byte[] body) {
        var apdu = Arrays.copyOf(of(classByte, instruction, first, second, body.length), HEADER + body.length);
        System.arraycopy(body, 0, apdu, HEADER, body.length);
        return apdu;
    }

    static byte[] join(byte[]... parts) {
        var joined = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
