package fobsmith.devices.nitrokey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A report that answers: device status, the last command, its CRC as the token computed it, what came of it, 53 bytes and the
 * CRC. The first byte is filled in when the report is read, so the CRC was computed with a zero there. May repeat a secret,
 * so it is wiped.
 */
final class Response implements AutoCloseable {
    private static final int STATUS_AT = 6;
    private static final int PAYLOAD_AT = 7;

    /** How a report stands to the request that was sent. */
    enum Standing {
        ANSWER,
        /** The token works, or has not looked yet. */
        NOT_YET,
        DEVICE_ERROR,
        DAMAGED,
        OF_ANOTHER_REQUEST
    }

    private final byte[] report;
    private final ByteBuffer bytes;
    private final int deviceStatus;

    /** Takes over the report. */
    Response(byte[] report) {
        this.report = report;
        this.deviceStatus = report[0] & 0xff;
        report[0] = 0;
        this.bytes = ByteBuffer.wrap(report).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean isBusy() {
        return deviceStatus == 1 || deviceStatus == 3;
    }

    Standing to(Request request) {
        if (isBusy()) {
            return Standing.NOT_YET;
        }
        return deviceStatus == 0 ? whenReady(request) : Standing.DEVICE_ERROR;
    }

    private Standing whenReady(Request request) {
        if (bytes.getInt(Request.CRC_AT) != Stm32Crc.of(report, Request.CRC_AT)) {
            return Standing.DAMAGED;
        }
        boolean answers = (report[1] & 0xff) == request.command().id() && bytes.getInt(2) == request.crc();
        return answers ? Standing.ANSWER : Standing.OF_ANOTHER_REQUEST;
    }

    /** What came of the command, as {@link Outcome} tells it. */
    int status() {
        return report[STATUS_AT] & 0xff;
    }

    int unsigned(int at) {
        return report[PAYLOAD_AT + at] & 0xff;
    }

    int int32(int at) {
        return bytes.getInt(PAYLOAD_AT + at);
    }

    long int64(int at) {
        return bytes.getLong(PAYLOAD_AT + at);
    }

    byte[] payload(int at, int length) {
        return Arrays.copyOfRange(report, PAYLOAD_AT + at, PAYLOAD_AT + at + length);
    }

    @Override
    public void close() {
        Arrays.fill(report, (byte) 0);
    }
}
