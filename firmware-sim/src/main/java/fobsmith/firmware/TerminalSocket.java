package fobsmith.firmware;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A serial line of a token's own, opened anew each time it is plugged in. */
final class TerminalSocket implements Socket {
    /** The token's side of an open line; closing it pulls the cable. */
    interface Line extends AutoCloseable {
        /** As a host finds it: a path or an address. */
        String place();

        /** Whether it is still there: the token may have lost its power. */
        boolean isOpen();

        @Override
        void close();
    }

    private final Supplier<Line> open;
    private @Nullable Line line;

    TerminalSocket(Supplier<Line> open) {
        this.open = open;
    }

    @Override
    public synchronized void plug() {
        unplug();
        line = open.get();
    }

    @Override
    public synchronized void unplug() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    public synchronized String place() {
        return line == null || !line.isOpen() ? "" : line.place();
    }
}
