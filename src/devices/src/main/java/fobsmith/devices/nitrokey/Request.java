package fobsmith.devices.nitrokey;

import fobsmith.devices.hid.FeatureReports;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** A report that asks for something: the command, 59 bytes, and the CRC over both. May hold secrets, so it is wiped. */
final class Request implements AutoCloseable {
    /** Length of what the CRC covers, and its place. */
    static final int CRC_AT = FeatureReports.LENGTH - Integer.BYTES;

    /** Of what a command carries. */
    static final int PAYLOAD_AT = 1;

    private final Command command;
    private final byte[] report = new byte[FeatureReports.LENGTH];
    private final int crc;

    private Request(Command command, Consumer<ByteBuffer> payload) {
        this.command = command;
        var bytes = ByteBuffer.wrap(report).order(ByteOrder.LITTLE_ENDIAN);
        payload.accept(bytes.put((byte) command.id()));
        this.crc = Stm32Crc.of(report, CRC_AT);
        bytes.putInt(CRC_AT, crc);
    }

    static Request of(Command command) {
        return new Request(command, _ -> {});
    }

    /** The payload is put, little endian, from its first byte on; what is not put stays zero. */
    static Request of(Command command, Consumer<ByteBuffer> payload) {
        return new Request(command, payload);
    }

    Command command() {
        return command;
    }

    /** What an answer to this request repeats. */
    int crc() {
        return crc;
    }

    /** The bytes themselves, not to be kept. */
    byte[] report() {
        return report;
    }

    @Override
    public void close() {
        Arrays.fill(report, (byte) 0);
    }
}
