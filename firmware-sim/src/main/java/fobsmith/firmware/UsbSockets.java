package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usbip.ListedIds;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.usbip.UsbIpServer;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The USB sockets of a simulator, served over USB/IP by their bus ids. Nothing listens before the first token is plugged in.
 * Thread-safe.
 */
final class UsbSockets implements AutoCloseable {
    /** As many as the second number of a bus id has digits for. */
    private static final int ON_A_BUS = 999;

    private static final int SOCKETS = 16 * ON_A_BUS;

    private final int port;
    private final BitSet taken = new BitSet();
    private final Map<String, Integer> numbers = new HashMap<>();
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
        int number = taken.nextClearBit(0);
        if (number == SOCKETS) {
            throw new RefusedException("all %d sockets are taken".formatted(SOCKETS));
        }
        taken.set(number);
        var busId = "%d-%d".formatted(1 + number / ON_A_BUS, 1 + number % ON_A_BUS);
        numbers.put(busId, number);
        return busId;
    }

    synchronized void giveBack(String busId) {
        Optional.ofNullable(numbers.remove(busId)).ifPresent(taken::clear);
    }

    /** @throws PortBusy where the port is taken */
    synchronized void plug(String busId, UsbFunction device, ListedIds ids) {
        var running = server;
        if (running == null) {
            running = UsbIpServer.start(port);
            server = running;
        }
        running.plug(busId, device, ids);
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
