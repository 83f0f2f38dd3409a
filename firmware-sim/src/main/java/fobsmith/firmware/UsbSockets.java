package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.usbip.UsbIpServer;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The USB sockets of a simulator, served over USB/IP: which token is plugged in where. A token has the same socket each time.
 * Nothing listens before the first token is plugged in. Thread-safe.
 */
final class UsbSockets implements AutoCloseable {
    private static final int VENDOR = 0x349e;
    private static final int PRODUCT = 0x0300;
    private static final int RELEASE = 0x0100;

    /** As many as a bus id has digits for. */
    private static final int SOCKETS = 999;

    private final int port;
    private final Map<String, String> sockets = new HashMap<>();
    private final Map<String, Molto2> plugged = new HashMap<>();
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
     * Plugs the token in; one that is plugged in already is pulled out first.
     *
     * @throws PortBusy where the port is taken
     * @throws RefusedException where there is no socket left
     */
    synchronized void plug(Molto2 token) {
        unplug(token);
        var socket = sockets.computeIfAbsent(token.serial(), _ -> freeSocket());
        listening().plug(socket, new CcidReader(identity(token), ExchangeLevel.SHORT_APDU, token));
        plugged.put(token.serial(), token);
    }

    private String freeSocket() {
        return IntStream.rangeClosed(1, SOCKETS)
                .mapToObj("1-%d"::formatted)
                .filter(socket -> !sockets.containsValue(socket))
                .findFirst()
                .orElseThrow(() -> new RefusedException("all %d sockets are taken".formatted(SOCKETS)));
    }

    private UsbIpServer listening() {
        var running = server;
        if (running == null) {
            running = UsbIpServer.start(port);
            server = running;
        }
        return running;
    }

    private static ReaderIdentity identity(Molto2 token) {
        return new ReaderIdentity(VENDOR, PRODUCT, RELEASE, "TOKEN2", "Molto2", token.serial());
    }

    /** Pulls the token out, also in the middle of a transfer; nothing happens to one that is not plugged in. */
    synchronized void unplug(Molto2 token) {
        if (plugged.remove(token.serial()) != null && server != null) {
            server.unplug(sockets.getOrDefault(token.serial(), ""));
            token.powerOff();
        }
    }

    /** Pulls the token out for good: its socket is another's. */
    synchronized void forget(Molto2 token) {
        unplug(token);
        sockets.remove(token.serial());
    }

    /** The bus id of the token's socket; empty where it is not plugged in. */
    synchronized String socketOf(Molto2 token) {
        return plugged.containsKey(token.serial()) ? sockets.getOrDefault(token.serial(), "") : "";
    }

    @Override
    public synchronized void close() {
        plugged.clear();
        if (server != null) {
            server.close();
        }
    }
}
