package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/**
 * The devices of a USB/IP server, such as simulated tokens; needs no support by the kernel. Each question and each open
 * device has a connection of its own, so the bus itself holds nothing open and may be used by several threads.
 *
 * <p>USB/IP neither encrypts nor authenticates: what it carries can be read and changed on the way.
 */
public final class UsbIpBus implements UsbBus {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final InetSocketAddress server;
    private final Duration timeout;

    /** The timeout is for the server's answers before a device is open. */
    UsbIpBus(InetSocketAddress server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /**
     * A server on this machine.
     *
     * @throws DeviceException.Unavailable where the address leaves this machine
     */
    public static UsbIpBus at(InetSocketAddress server) {
        if (server.isUnresolved() || !server.getAddress().isLoopbackAddress()) {
            throw new DeviceException.Unavailable(
                    "the USB/IP server %s is not on this machine".formatted(shown(server)),
                    "USB/IP protects nothing on the way; where that does not matter, say --insecure-link");
        }
        return new UsbIpBus(server, TIMEOUT);
    }

    /** A server anywhere, for an operator who has said that nobody listens in between. */
    public static UsbIpBus insecurelyAt(InetSocketAddress server) {
        return new UsbIpBus(server, TIMEOUT);
    }

    /** Where the server is, as shown. */
    String server() {
        return shown(server);
    }

    /**
     * What the server has to hand out now.
     *
     * @throws DeviceException.Unavailable where no server answers
     * @throws DeviceException.Malformed where what answers does not speak USB/IP
     */
    @Override
    public List<UsbPort> ports() {
        try (var socket = connect()) {
            return new UsbIpHandshake(socket).devices().stream().map(this::port).toList();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private UsbPort port(UsbIpRecord record) {
        return new UsbIpPort(this, record.busId(), record.id(), record.vendor(), record.product(), false);
    }

    UsbDevice open(UsbIpPort port) {
        var socket = connect();
        try {
            int id = new UsbIpHandshake(socket).take(port.busId()).id();
            socket.setSoTimeout(0); // from here on a thread waits for whatever comes
            return UsbIpDevice.take(UsbIpConnection.start(socket, id, port.place()), port.place());
        } catch (IOException e) {
            close(socket);
            throw gone(e);
        } catch (RuntimeException e) {
            close(socket);
            throw e;
        }
    }

    private Socket connect() {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true); // small messages by turns
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(server, (int) timeout.toMillis());
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new DeviceException.Unavailable(
                    "there is no USB/IP server at " + server(),
                    "start the simulator: fobsmith sim run --model molto2",
                    e);
        }
    }

    private DeviceException gone(IOException e) {
        return e instanceof SocketTimeoutException
                ? new DeviceException.Unavailable(
                        "the USB/IP server at %s does not answer".formatted(server()),
                        "see what listens there, and start it again",
                        e)
                : new DeviceException.LinkLost("the USB/IP server at %s hung up".formatted(server()), e);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // There is nothing left to lose.
        }
    }

    private static String shown(InetSocketAddress server) {
        var address = server.getAddress();
        return "%s:%d".formatted(address == null ? server.getHostString() : address.getHostAddress(), server.getPort());
    }

    @Override
    public void close() {}
}
