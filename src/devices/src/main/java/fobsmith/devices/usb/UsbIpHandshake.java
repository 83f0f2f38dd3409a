package fobsmith.devices.usb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The questions that begin a conversation with a USB/IP server: the OP_ messages of the Linux kernel's USB/IP protocol,
 * version 1.1.1. One question to a connection; after {@link #take} the connection belongs to the device.
 */
final class UsbIpHandshake {
    private static final int VERSION = 0x0111;
    private static final int REQUEST_DEVICES = 0x8005;
    private static final int REPLY_DEVICES = 0x0005;
    private static final int REQUEST_IMPORT = 0x8003;
    private static final int REPLY_IMPORT = 0x0003;
    private static final int HEADER = 8;
    private static final int BUS_ID = 32;
    /** Of the kernel's ST_ codes, the one for a device that another client has. */
    private static final int BUSY = 2;

    private static final int MOST_DEVICES = 16_384;

    private final Socket socket;
    private final DataInputStream in;

    UsbIpHandshake(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** What the server has to hand out. */
    List<UsbIpRecord> devices() throws IOException {
        ask(REQUEST_DEVICES, new byte[0]);
        if (answer(REPLY_DEVICES) != 0) {
            throw new DeviceException.Malformed("the USB/IP server does not tell its devices");
        }
        int count = in.readInt();
        if (count < 0 || count > MOST_DEVICES) {
            throw new DeviceException.Malformed(
                    "the USB/IP server lists %s devices".formatted(Integer.toUnsignedString(count)));
        }
        var records = new ArrayList<UsbIpRecord>();
        for (int i = 0; i < count; i++) {
            var record = UsbIpRecord.read(in);
            in.skipNBytes(4L * record.interfaces());
            records.add(record);
        }
        return List.copyOf(records);
    }

    /** Takes a device for this connection alone. */
    UsbIpRecord take(String busId) throws IOException {
        ask(REQUEST_IMPORT, Arrays.copyOf(busId.getBytes(US_ASCII), BUS_ID));
        int status = answer(REPLY_IMPORT);
        if (status != 0) {
            throw refused(busId, status);
        }
        var record = UsbIpRecord.read(in);
        if (!record.busId().equals(busId)) {
            throw new DeviceException.Malformed(
                    "the USB/IP server hands out %s where %s was asked for".formatted(record.busId(), busId));
        }
        return record;
    }

    private static DeviceException refused(String busId, int status) {
        return status == BUSY
                ? new DeviceException.Unavailable(
                        "another program has taken device %s of the USB/IP server".formatted(busId), "end that program")
                : new DeviceException.Unavailable(
                        "the USB/IP server does not hand out device %s (status %d)".formatted(busId, status),
                        "see that it is plugged in there");
    }

    private void ask(int code, byte[] body) throws IOException {
        var message = ByteBuffer.allocate(HEADER + body.length)
                .putShort((short) VERSION)
                .putShort((short) code)
                .putInt(0) // status
                .put(body)
                .array();
        socket.getOutputStream().write(message);
    }

    /** Its status; what follows depends on the question. */
    private int answer(int code) throws IOException {
        int version = in.readUnsignedShort();
        int answered = in.readUnsignedShort();
        if (version != VERSION || answered != code) {
            throw new DeviceException.Malformed(
                    "what should be a USB/IP server answers %04x %04x".formatted(version, answered));
        }
        return in.readInt();
    }
}
