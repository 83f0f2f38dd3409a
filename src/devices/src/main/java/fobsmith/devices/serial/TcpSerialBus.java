package fobsmith.devices.serial;

import fobsmith.devices.Bus;
import fobsmith.devices.DeviceException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A serial port behind a TCP socket, such as a simulated token's. Each open link has a connection of its own, so the bus
 * itself holds nothing open and may be used by several threads.
 *
 * <p>The bytes go as they are: what they carry can be read and changed on the way.
 */
public final class TcpSerialBus implements Bus {
    private final InetSocketAddress server;

    private TcpSerialBus(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * A server on this machine.
     *
     * @throws DeviceException.Unavailable where the address leaves this machine
     */
    public static TcpSerialBus at(InetSocketAddress server) {
        if (server.isUnresolved() || !server.getAddress().isLoopbackAddress()) {
            throw new DeviceException.Unavailable(
                    "the serial server %s is not on this machine".formatted(TcpSerialPort.shown(server)),
                    "a seed is sent there in clear; where that does not matter, say --insecure-link");
        }
        return new TcpSerialBus(server);
    }

    /** A server anywhere, for an operator who has said that nobody listens in between. */
    public static TcpSerialBus insecurelyAt(InetSocketAddress server) {
        return new TcpSerialBus(server);
    }

    /** The one port there is; whether anybody is there shows when it is opened. */
    @Override
    public List<SerialPort> ports() {
        return List.of(new TcpSerialPort(server));
    }

    @Override
    public void close() {}
}
