package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the console to the host, with what goes wrong between. Guarded by its token. */
final class Wire {
    private Terminal.@Nullable Sink host;
    private @Nullable TerminalFault fault;
    private long left;

    void plug(Terminal.Sink sink) {
        host = sink;
    }

    void unplug() {
        host = null;
    }

    boolean isPlugged() {
        return host != null;
    }

    void disturb(TerminalFault wanted, long exchanges) {
        fault = wanted;
        left = exchanges;
    }

    /** What is wrong with this exchange; it is the last key of it that counts. */
    Optional<TerminalFault> strike(boolean entered) {
        var striking = left > 0 ? Optional.ofNullable(fault) : Optional.<TerminalFault>empty();
        if (entered && left > 0) {
            left--;
        }
        return striking;
    }

    void send(byte[] bytes) {
        if (host != null && bytes.length > 0) {
            host.write(bytes);
        }
    }

    void sendOneByOne(byte[] bytes) {
        for (byte one : bytes) {
            send(new byte[] {one});
        }
    }
}
