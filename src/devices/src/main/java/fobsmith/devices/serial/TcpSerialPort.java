package fobsmith.devices.serial;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A serial port behind a TCP socket. */
record TcpSerialPort(InetSocketAddress server) implements SerialPort {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Override
    public String place() {
        return "serial tcp " + shown(server);
    }

    static String shown(InetSocketAddress server) {
        var address = server.getAddress();
        return "%s:%d".formatted(address == null ? server.getHostString() : address.getHostAddress(), server.getPort());
    }

    @Override
    public int vendor() {
        return 0;
    }

    @Override
    public int product() {
        return 0;
    }

    @Override
    public String manufacturer() {
        return "";
    }

    @Override
    public boolean named() {
        return true;
    }

    @Override
    public SerialLink open() {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true); // small messages by turns
            socket.connect(server, (int) TIMEOUT.toMillis());
            return new TcpSerialLink(socket, place());
        } catch (IOException e) {
            TcpSerialLink.close(socket);
            throw new DeviceException.Unavailable(
                    "there is no serial server at " + shown(server), "start the simulator", e);
        }
    }
}
