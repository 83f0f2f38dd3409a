package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.UsbFunction;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** USB/IP CMD_SUBMIT: one control, bulk or interrupt transfer that the importer wants done. */
final class Transfer implements Command {
    private static final int TOWARDS_HOST = 1;
    private static final int LAST_ENDPOINT = 15;
    private static final int LONGEST = 256 * 1024;
    private static final int NOT_ISOCHRONOUS = -1;
    private static final byte[] NOTHING = {};

    private final int sequence;
    private final boolean towardsHost;
    private final int endpoint;
    private final int length;
    private final byte[] setup;
    private final byte[] data;

    private Transfer(int sequence, boolean towardsHost, int endpoint, int length, byte[] setup, byte[] data) {
        this.sequence = sequence;
        this.towardsHost = towardsHost;
        this.endpoint = endpoint;
        this.length = length;
        this.setup = setup.clone();
        this.data = data.clone();
    }

    static Transfer read(DataInputStream in, int sequence, int direction, int endpoint) throws IOException {
        Command.require(direction == 0 || direction == TOWARDS_HOST, "direction");
        Command.require(endpoint >= 0 && endpoint <= LAST_ENDPOINT, "endpoint");
        in.skipNBytes(4);
        int length = in.readInt();
        Command.require(length >= 0 && length <= LONGEST, "length");
        in.skipNBytes(4);
        int packets = in.readInt();
        Command.require(packets == 0 || packets == NOT_ISOCHRONOUS, "number of packets");
        in.skipNBytes(4);
        var setup = exactly(in, 8);
        boolean towardsHost = direction == TOWARDS_HOST;
        return new Transfer(
                sequence, towardsHost, endpoint, length, setup, towardsHost ? NOTHING : exactly(in, length));
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public int sequence() {
        return sequence;
    }

    /** Whether it stays pending while the device has no data for it. */
    boolean waitsForData() {
        return towardsHost && endpoint != 0;
    }

    /** How many bytes went the way that the host wanted, when it is done. */
    int transferred(byte[] answer) {
        return towardsHost ? answer.length : length;
    }

    /** Does it, once; empty while the device has no data for it. */
    Optional<byte[]> carryOut(UsbFunction device) {
        if (endpoint == 0) {
            var answer = device.control(setup, data);
            return Optional.of(towardsHost ? Arrays.copyOf(answer, Math.min(answer.length, length)) : NOTHING);
        }
        if (towardsHost) {
            return device.in(0x80 | endpoint, length);
        }
        device.out(endpoint, data);
        return Optional.of(NOTHING);
    }
}
