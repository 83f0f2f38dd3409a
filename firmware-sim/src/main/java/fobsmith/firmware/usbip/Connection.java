package fobsmith.firmware.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.usb.PowerLost;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** One connection to the server, until it ends: asks for the list of devices, or imports one of them. */
final class Connection {
    private static final int VERSION = 0x0111;
    private static final int LIST = 0x8005;
    private static final int LISTED = 0x0005;
    private static final int IMPORT = 0x8003;
    private static final int IMPORTED = 0x0003;

    private static final int OK = 0;
    private static final int UNKNOWN = 1;
    private static final int BUSY = 2;

    private final Socket socket;
    private final Bus bus;

    Connection(Socket socket, Bus bus) {
        this.socket = socket;
        this.bus = bus;
    }

    /**
     * Serves the one request, and after an import the device.
     *
     * @throws IOException where the client goes away or says what cannot be understood
     */
    void serve() throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        int version = in.readUnsignedShort();
        int code = in.readUnsignedShort();
        in.skipNBytes(4);
        if (version != VERSION) {
            throw new ProtocolException("version %04x of USB/IP is not spoken here".formatted(version));
        }
        switch (code) {
            case LIST -> reply(LISTED, OK, list());
            case IMPORT -> attach(in);
            default -> throw new ProtocolException("request %04x is unknown".formatted(code));
        }
    }

    private byte[] list() {
        var devices = bus.devices();
        var list = new ByteArrayOutputStream();
        list.writeBytes(ByteBuffer.allocate(4).putInt(devices.size()).array());
        for (var device : devices) {
            list.writeBytes(device.description());
            list.writeBytes(device.interfaces());
        }
        return list.toByteArray();
    }

    private void attach(DataInputStream in) throws IOException {
        var field = new byte[PluggedDevice.BUS_ID_FIELD];
        in.readFully(field);
        var device = bus.find(text(field));
        if (device.isEmpty()) {
            reply(IMPORTED, UNKNOWN, new byte[0]);
        } else {
            attach(in, device.get());
        }
    }

    private static String text(byte[] field) {
        int end = 0;
        while (end < field.length && field[end] != 0) {
            end++;
        }
        return new String(field, 0, end, US_ASCII);
    }

    private void attach(DataInputStream in, PluggedDevice device) throws IOException {
        var attachment = new Attachment(socket, device, () -> bus.unplug(device));
        if (!bus.take(device, attachment)) {
            reply(IMPORTED, BUSY, new byte[0]);
            return;
        }
        try (attachment) {
            device.function().reset();
            reply(IMPORTED, OK, device.description());
            attachment.serve(in);
        } catch (PowerLost e) {
            bus.unplug(device);
        } finally {
            bus.giveBack(device);
        }
    }

    private void reply(int code, int status, byte[] body) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(8 + body.length)
                        .putShort((short) VERSION)
                        .putShort((short) code)
                        .putInt(status)
                        .put(body)
                        .array());
    }
}
