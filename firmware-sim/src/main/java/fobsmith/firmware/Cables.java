package fobsmith.firmware;

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
    private final Map<String, Socket> used = new HashMap<>();

    Cables(Simulator simulator, Sockets sockets) {
        this.simulator = simulator;
        this.sockets = sockets;
    }

    /** Takes the token over and plugs it in where it has a plug; where that fails it is not there. */
    synchronized void add(Delivery delivery) {
        var token = delivery.token();
        simulator.addAll(List.of(token));
        try {
            sockets.of(delivery).ifPresent(socket -> used.put(token.serial(), plugged(socket)));
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
        socket(serial).ifPresent(Socket::forget);
        used.remove(serial);
        simulator.remove(serial);
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void plug(String serial) {
        requireSocket(serial).plug();
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void unplug(String serial) {
        requireSocket(serial).unplug();
    }

    private Socket requireSocket(String serial) {
        var token = simulator.get(serial);
        return socket(serial)
                .orElseThrow(() -> new RefusedException("token %s is a %s and has no plug"
                        .formatted(serial, token.state().model())));
    }

    private Optional<Socket> socket(String serial) {
        return Optional.ofNullable(used.get(serial));
    }

    /** Where each token is plugged in that is not on the USB/IP port, by serial. */
    synchronized SortedMap<String, String> places() {
        var places = new TreeMap<String, String>();
        used.forEach((serial, socket) -> {
            var place = socket.place();
            if (!(socket instanceof UsbSocket) && !place.isEmpty()) {
                places.put(serial, place);
            }
        });
        return places;
    }

    /** The token's state, with the place where it is plugged in. */
    synchronized TokenState state(Token token) {
        return token.state().on(socket(token.serial()).map(Socket::place).orElse(""));
    }
}
