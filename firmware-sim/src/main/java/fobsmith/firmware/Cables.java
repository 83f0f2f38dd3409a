package fobsmith.firmware;

import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.parts.TokenState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tokens come, go, and are plugged in and out: one at a time, so that none is plugged in that has gone. Thread-safe.
 */
final class Cables {
    private final Simulator simulator;
    private final Sockets sockets;
    private final Map<String, Plugged> used = new HashMap<>();

    /** Where a token is plugged in, and what goes wrong there. */
    private record Plugged(Socket socket, LinkFaults faults) {}

    Cables(Simulator simulator, Sockets sockets) {
        this.simulator = simulator;
        this.sockets = sockets;
    }

    /** Takes the token over and plugs it in where it has a plug; where that fails it is not there. */
    synchronized void add(Delivery delivery) {
        var token = delivery.token();
        simulator.addAll(List.of(token));
        try {
            var faults = new LinkFaults();
            sockets.of(delivery, faults)
                    .ifPresent(socket -> used.put(token.serial(), new Plugged(plugged(socket), faults)));
        } catch (RuntimeException e) {
            simulator.remove(token.serial());
            throw e;
        }
    }

    private static Socket plugged(Socket socket) {
        try {
            socket.plug();
            return socket;
        } catch (RuntimeException e) {
            socket.forget();
            throw e;
        }
    }

    /** @throws UnknownTokenException where it is not there */
    synchronized void remove(String serial) {
        simulator.get(serial);
        find(serial).map(Plugged::socket).ifPresent(Socket::forget);
        used.remove(serial);
        simulator.remove(serial);
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void plug(String serial) {
        require(serial).socket.plug();
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void unplug(String serial) {
        require(serial).socket.unplug();
    }

    /**
     * What goes wrong on the token's link.
     *
     * @throws RefusedException where the token has no plug
     */
    synchronized LinkFaults faults(String serial) {
        return require(serial).faults;
    }

    /** What goes wrong there now; of a token without a plug, nothing. */
    synchronized Optional<LinkFaults.Setting> linkSetting(String serial) {
        return find(serial).flatMap(found -> found.faults.current());
    }

    private Plugged require(String serial) {
        var token = simulator.get(serial);
        return find(serial)
                .orElseThrow(() -> new RefusedException("token %s is a %s and has no plug"
                        .formatted(serial, token.state().model())));
    }

    private Optional<Plugged> find(String serial) {
        return Optional.ofNullable(used.get(serial));
    }

    /** Where each token is plugged in that is not on the USB/IP port, by serial. */
    synchronized SortedMap<String, String> places() {
        var places = new TreeMap<String, String>();
        used.forEach((serial, plugged) -> {
            var socket = plugged.socket();
            var place = socket.place();
            if (!(socket instanceof UsbSocket) && !place.isEmpty()) {
                places.put(serial, place);
            }
        });
        return places;
    }

    /** The token's state, with the place where it is plugged in. */
    synchronized TokenState state(Token token) {
        return token.state()
                .on(find(token.serial()).map(found -> found.socket().place()).orElse(""));
    }
}
