package fobsmith.firmware;

import java.util.function.Consumer;
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
    private final Consumer<TerminalSocket> onForget;
    private @Nullable Line line;

    /** @param onForget told once the socket is of no use any more */
    TerminalSocket(Supplier<Line> open, Consumer<TerminalSocket> onForget) {
        this.open = open;
        this.onForget = onForget;
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

    /** Not under this socket's lock: who is told has one of its own, under which it unplugs. */
    @Override
    public void forget() {
        unplug();
        onForget.accept(this);
    }

    @Override
    public synchronized String place() {
        return line == null || !line.isOpen() ? "" : line.place();
    }
}
