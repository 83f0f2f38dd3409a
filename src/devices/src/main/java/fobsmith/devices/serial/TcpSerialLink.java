package fobsmith.devices.serial;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A serial link over a TCP connection; when that ends, the device is gone. */
final class TcpSerialLink implements SerialLink {
    private static final int MOST_AT_ONCE = 4096;
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final String place;

    /** Takes over the connected socket. */
    TcpSerialLink(Socket socket, String place) {
        this.socket = socket;
        this.place = place;
    }

    @Override
    public void write(byte[] bytes) {
        requireOpen();
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public byte[] read(Duration timeout) {
        requireOpen();
        try {
            socket.setSoTimeout((int) Math.max(1, timeout.toMillis())); // 0 would be for ever
            var buffer = new byte[MOST_AT_ONCE];
            int length = socket.getInputStream().read(buffer);
            if (length < 0) {
                throw new DeviceException.LinkLost(place + " is gone");
            }
            return Arrays.copyOf(buffer, length);
        } catch (SocketTimeoutException _) {
            return NOTHING;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private void requireOpen() {
        if (socket.isClosed()) {
            throw new DeviceException.LinkLost(place + " has been closed");
        }
    }

    private DeviceException lost(IOException e) {
        return new DeviceException.LinkLost(place + " is gone", e);
    }

    @Override
    public void close() {
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // There is nothing left to lose.
        }
    }
}
