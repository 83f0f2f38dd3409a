package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.parts.TokenState;
import fobsmith.firmware.token2.Molto2;

/** Which simulated tokens have a plug, and what becomes of it. Thread-safe. */
final class Cables {
    private final Simulator simulator;
    private final UsbSockets sockets;

    Cables(Simulator simulator, UsbSockets sockets) {
        this.simulator = simulator;
        this.sockets = sockets;
    }

    /** @throws RefusedException where the token has no plug */
    void plug(String serial) {
        sockets.plug(requirePlug(serial));
    }

    /** @throws RefusedException where the token has no plug */
    void unplug(String serial) {
        sockets.unplug(requirePlug(serial));
    }

    private Molto2 requirePlug(String serial) {
        if (simulator.get(serial) instanceof Molto2 molto2) {
            return molto2;
        }
        throw new RefusedException("token %s is a display-only fob and has no plug".formatted(serial));
    }

    void plugIfItCan(Token token) {
        if (token instanceof Molto2 molto2) {
            sockets.plug(molto2);
        }
    }

    void unplugIfItCan(Token token) {
        if (token instanceof Molto2 molto2) {
            sockets.unplug(molto2);
        }
    }

    /** The token's state, with the socket it is plugged into. */
    TokenState state(Token token) {
        return token instanceof Molto2 molto2 ? molto2.state().on(sockets.socketOf(molto2)) : token.state();
    }
}
