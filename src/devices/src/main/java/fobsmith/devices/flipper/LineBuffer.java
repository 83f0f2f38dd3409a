package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The bytes of a line that is not ended yet. They are wiped when it grows or goes, since they may be a secret that was echoed. */
final class LineBuffer {
    private byte[] bytes = new byte[80];
    private int length;

    void add(byte b) {
        if (length == bytes.length) {
            var longer = Arrays.copyOf(bytes, 2 * length);
            Arrays.fill(bytes, (byte) 0);
            bytes = longer;
        }
        bytes[length++] = b;
    }

    boolean isEmpty() {
        return length == 0;
    }

    String text() {
        return new String(bytes, 0, length, UTF_8);
    }

    void wipe() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
    }
}
