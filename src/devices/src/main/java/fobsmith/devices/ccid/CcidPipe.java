package fobsmith.devices.ccid;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.devices.usb.UsbStall;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/** Messages out, messages in, whatever transfers they travel in. */
final class CcidPipe {
    /** Further slots of a reader are not spoken to. */
    static final int SLOT = 0;

    private static final int MOST_EMPTY_TRANSFERS = 4;

    private final UsbDevice device;
    private final CcidInterface reader;

    CcidPipe(UsbDevice device, CcidInterface reader) {
        this.device = device;
        this.reader = reader;
    }

    /** Sends a command: CCID 1.10 section 6.1. The last three bytes of its header are its parameters. */
    void send(int type, int sequence, int parameters, ByteBuffer data, Duration timeout) {
        var message = ByteBuffer.allocate(CcidMessage.HEADER + data.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) type)
                .putInt(data.remaining())
                .put((byte) SLOT)
                .put((byte) sequence)
                .put((byte) parameters)
                .putShort((short) (parameters >> 8))
                .put(data)
                .array();
        try {
            device.bulkOut(reader.bulkOut(), message, timeout);
        } catch (UsbStall e) {
            throw refused();
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    /** The control pipe's half of an abort: section 5.3.1. */
    void abort(int sequence, Duration timeout) {
        try {
            device.controlOut(new UsbSetup(0x21, 1, (sequence << 8) | SLOT, reader.number(), 0), new byte[0], timeout);
        } catch (UsbStall e) {
            throw refused();
        }
    }

    /**
     * The next message. A reader may send it in as many transfers as it likes; each is granted the time-out. It may close a
     * message that fills its last packet with an empty one, which we then find before the next.
     */
    CcidMessage receive(Duration timeout) {
        var message = new ByteArrayOutputStream();
        long missing = CcidMessage.HEADER;
        int empty = 0;
        while (missing > 0) {
            var piece = receive(missing, timeout);
            if (piece.length == 0 && ++empty > MOST_EMPTY_TRANSFERS) {
                throw new DeviceException.Malformed("the reader answers with nothing");
            }
            message.writeBytes(piece);
            missing = length(message) - message.size();
        }
        if (missing < 0) {
            throw new DeviceException.Malformed("%d bytes follow a message of the reader".formatted(-missing));
        }
        return new CcidMessage(message.toByteArray());
    }

    /** In whole packets, for a device that is asked for less than it sends is out of step for ever. */
    private byte[] receive(long missing, Duration timeout) {
        int packets = (int) Math.ceilDiv(missing, reader.packetSize());
        try {
            return device.bulkIn(reader.bulkIn(), packets * reader.packetSize(), timeout);
        } catch (UsbStall e) {
            throw refused();
        }
    }

    /** Of the message that has begun, as far as is known. */
    private long length(ByteArrayOutputStream message) {
        if (message.size() < CcidMessage.HEADER) {
            return CcidMessage.HEADER;
        }
        long length = CcidMessage.length(message.toByteArray());
        if (length > reader.longestMessage()) {
            throw new DeviceException.Malformed("the reader announces a message of %d bytes".formatted(length));
        }
        return length;
    }

    private static DeviceException refused() {
        return new DeviceException.Malformed("the reader refuses a transfer");
    }
}
