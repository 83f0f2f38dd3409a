package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.usbip.UsbIpServer;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The USB sockets of a simulator, served over USB/IP by their bus ids. Nothing listens before the first token is plugged in.
 * Thread-safe.
 */
final class UsbSockets implements AutoCloseable {
    /** As many as a bus id has digits for. */
    private static final int SOCKETS = 999;

    private final int port;
    private final Set<String> taken = new HashSet<>();
    private @Nullable UsbIpServer server;

    /** The port is 0 for a free one. */
    UsbSockets(int port) {
        this.port = port;
    }

    /** Where USB/IP is served, once a token has been plugged in. */
    synchronized Optional<InetSocketAddress> address() {
        return Optional.ofNullable(server).map(UsbIpServer::address);
    }

    /**
     * The bus id of a socket that is nobody's yet.
     *
     * @throws RefusedException where there is none left
     */
    synchronized String take() {
        var busId = IntStream.rangeClosed(1, SOCKETS)
                .mapToObj("1-%d"::formatted)
                .filter(socket -> !taken.contains(socket))
                .findFirst()
                .orElseThrow(() -> new RefusedException("all %d sockets are taken".formatted(SOCKETS)));
        taken.add(busId);
        return busId;
    }

    synchronized void giveBack(String busId) {
        taken.remove(busId);
    }

    /** @throws PortBusy where the port is taken */
    synchronized void plug(String busId, UsbFunction device) {
        var running = server;
        if (running == null) {
            running = UsbIpServer.start(port);
            server = running;
        }
        running.plug(busId, device);
    }

    synchronized void unplug(String busId) {
        if (server != null) {
            server.unplug(busId);
        }
    }

    /** Whether a device is plugged in there and has power. */
    synchronized boolean isIn(String busId) {
        return server != null && server.isIn(busId);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
