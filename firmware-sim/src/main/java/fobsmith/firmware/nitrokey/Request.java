package fobsmith.firmware.nitrokey;

import fobsmith.firmware.usb.FeatureReports;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A report from the host: command, payload of 59 bytes, CRC. Offsets count from the command. It holds PINs and secrets, and
 * wipes them when closed.
 */
final class Request implements AutoCloseable {
    private static final int CRC_AT = FeatureReports.LENGTH - Integer.BYTES;
    private static final int ANSWER_AT = 7;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final int crc;

    /** Copies the report. */
    Request(byte[] report) {
        bytes = report.clone();
        numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        crc = StmCrc.of(bytes, CRC_AT);
    }

    boolean isWhole() {
        return numbers.getInt(CRC_AT) == crc;
    }

    int command() {
        return at(0);
    }

    int at(int offset) {
        return bytes[offset] & 0xff;
    }

    int int32(int offset) {
        return numbers.getInt(offset);
    }

    long int64(int offset) {
        return numbers.getLong(offset);
    }

    /** A copy; the caller wipes it where it is secret. */
    byte[] bytes(int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** The report that answers it, with at most 53 bytes of payload. */
    byte[] answer(CommandStatus status, byte[] payload) {
        var answer = ByteBuffer.allocate(FeatureReports.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        answer.put(1, (byte) command()).putInt(2, crc).put(6, status.value()).put(ANSWER_AT, payload);
        return answer.putInt(CRC_AT, StmCrc.of(answer.array(), CRC_AT)).array();
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
