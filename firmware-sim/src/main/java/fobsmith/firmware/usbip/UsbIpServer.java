package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.UsbFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Simulated USB devices for whoever speaks USB/IP: Linux' own client and kernel, or ours. On loopback only, several devices
 * and connections at once; a device is reset when it is imported, and is one importer's alone. A device that throws
 * {@link fobsmith.firmware.usb.PowerLost} is unplugged by that. Thread-safe. Closing ends all connections and leaves the
 * devices as they are.
 */
public final class UsbIpServer implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BACKLOG = 50;
    /** Enough for a busy machine to notice that somebody has hung up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSocket listener;
    private final Bus bus;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Thread listening = Thread.ofVirtual().name("usbip").unstarted(this::listen);

    private UsbIpServer(ServerSocket listener, Duration patience) {
        this.listener = listener;
        this.bus = new Bus(patience);
    }

    /**
     * Starts serving, without devices at first.
     *
     * @param port 0 for a free one; the protocol's own is 3240
     * @throws PortBusy where the port is taken
     */
    public static UsbIpServer start(int port) {
        return start(port, PATIENCE);
    }

    /** @param patience how long whoever imports a device waits for another importer to go */
    static UsbIpServer start(int port, Duration patience) {
        try {
            var server = new UsbIpServer(new ServerSocket(port, BACKLOG, LOOPBACK), patience);
            server.listening.start();
            return server;
        } catch (IOException e) {
            throw new PortBusy(port, e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, listener.getLocalPort());
    }

    /**
     * Plugs a device in.
     *
     * @param busId where: bus, hyphen, port, such as {@code 1-4} or behind a hub {@code 1-4.2}
     * @throws IllegalArgumentException where that is no bus id
     * @throws IllegalStateException where a device is plugged in there
     */
    public void plug(String busId, UsbFunction device) {
        plug(busId, device, ListedIds.TRUE);
    }

    /** As {@link #plug(String, UsbFunction)}, with ids told before the import that need not be the device's own. */
    public void plug(String busId, UsbFunction device, ListedIds ids) {
        bus.plug(busId, device, ids);
    }

    /** Pulls the cable, also in the middle of a transfer, which then is not answered; nothing happens where none is. */
    public void unplug(String busId) {
        bus.find(busId).ifPresent(bus::unplug);
    }

    /** Whether a device is plugged in there. */
    public boolean isIn(String busId) {
        return bus.find(busId).isPresent();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var connection = listener.accept();
                Thread.ofVirtual().name("usbip connection").start(() -> serve(connection));
            } catch (IOException e) {
                // closed, or a client that was gone at once
            }
        }
    }

    private void serve(Socket connection) {
        connections.add(connection);
        try (connection) {
            if (!listener.isClosed()) {
                connection.setTcpNoDelay(true);
                new Connection(connection, bus).serve();
            }
        } catch (IOException e) {
            // the connection is all there is to end
        } finally {
            connections.remove(connection);
        }
    }

    /** The port is free when this returns. */
    @Override
    public void close() {
        try {
            listener.close();
            for (var connection : connections) {
                connection.close();
            }
            // The socket of a pending accept is not closed before that returns.
            listening.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
