package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.parts.TokenState;
import fobsmith.firmware.token2.Molto2;
import java.util.List;

/**
 * Tokens come, go, and are plugged in and out: one at a time, so that none is plugged in that has gone. Which have a plug is
 * known here. Thread-safe.
 */
final class Cables {
    private final Simulator simulator;
    private final UsbSockets sockets;

    Cables(Simulator simulator, UsbSockets sockets) {
        this.simulator = simulator;
        this.sockets = sockets;
    }

    /** Takes the token over and plugs it in where it has a plug; where that fails it is not there. */
    synchronized void add(Token token) {
        simulator.addAll(List.of(token));
        try {
            if (token instanceof Molto2 molto2) {
                sockets.plug(molto2);
            }
        } catch (RuntimeException e) {
            simulator.remove(token.serial());
            throw e;
        }
    }

    /** @throws UnknownTokenException where it is not there */
    synchronized void remove(String serial) {
        if (simulator.get(serial) instanceof Molto2 molto2) {
            sockets.forget(molto2);
        }
        simulator.remove(serial);
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void plug(String serial) {
        sockets.plug(requirePlug(serial));
    }

    /** @throws RefusedException where the token has no plug */
    synchronized void unplug(String serial) {
        sockets.unplug(requirePlug(serial));
    }

    private Molto2 requirePlug(String serial) {
        if (simulator.get(serial) instanceof Molto2 molto2) {
            return molto2;
        }
        throw new RefusedException("token %s is a display-only fob and has no plug".formatted(serial));
    }

    /** The token's state, with the socket it is plugged into. */
    TokenState state(Token token) {
        return token instanceof Molto2 molto2 ? molto2.state().on(sockets.socketOf(molto2)) : token.state();
    }
}
