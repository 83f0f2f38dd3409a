package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What a Molto2 tells anybody about itself. */
record TokenInfo(String serial, Instant clock) {
    /** Three bytes of unknown meaning. */
    private static final int PREAMBLE = 3;

    /** Two bytes of unknown meaning between serial number and clock. */
    private static final int SEPARATOR = 2;

    private static final int SERIAL_AT = PREAMBLE + 1;
    private static final int AROUND_SERIAL = SERIAL_AT + SEPARATOR + Integer.BYTES;

    /** @throws DeviceException.Malformed where a length is wrong, or the serial number is not printable */
    static TokenInfo parse(byte[] data) {
        if (data.length <= AROUND_SERIAL || data.length != AROUND_SERIAL + (data[PREAMBLE] & 0xff)) {
            throw new DeviceException.Malformed(
                    "a serial number and a clock do not fill an answer of %d bytes".formatted(data.length));
        }
        int length = data.length - AROUND_SERIAL;
        for (int i = SERIAL_AT; i < SERIAL_AT + length; i++) {
            if (data[i] <= ' ' || data[i] > '~') {
                throw new DeviceException.Malformed(
                        "character %d of the serial number is not printable".formatted(i - SERIAL_AT + 1));
            }
        }
        int seconds = ByteBuffer.wrap(data).getInt(SERIAL_AT + length + SEPARATOR);
        return new TokenInfo(
                new String(data, SERIAL_AT, length, US_ASCII), Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)));
    }
}
