package fobsmith.firmware.ykoath;

import java.io.ByteArrayOutputStream;

/** Writes tag, length, value: one byte, BER, the rest. */
final class Tlvs {
    private static final int ONE_BYTE = 0x7f;
    private static final int TWO_BYTES = 0x81;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** Up to 255 bytes. */
    Tlvs add(Tag tag, byte... value) {
        return add(tag.code(), value);
    }

    Tlvs add(int tag, byte... value) {
        written.write(tag);
        if (value.length > ONE_BYTE) {
            written.write(TWO_BYTES);
        }
        written.write(value.length);
        written.writeBytes(value);
        return this;
    }

    /** A value that begins with this byte. */
    Tlvs add(Tag tag, int first, byte[] rest) {
        var value = new byte[rest.length + 1];
        value[0] = (byte) first;
        System.arraycopy(rest, 0, value, 1, rest.length);
        return add(tag, value);
    }

    byte[] bytes() {
        return written.toByteArray();
    }
}
