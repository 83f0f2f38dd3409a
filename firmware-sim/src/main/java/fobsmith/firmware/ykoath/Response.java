package fobsmith.firmware.ykoath;

import java.nio.ByteBuffer;

/** Response APDUs: data, then a status word. */
final class Response {
    private static final int DONE = 0x9000;

    private Response() {}

    static byte[] done(byte... data) {
        return of(data, DONE);
    }

    static byte[] of(byte[] data, int word) {
        return ByteBuffer.allocate(data.length + Short.BYTES)
                .put(data)
                .putShort((short) word)
                .array();
    }
}
