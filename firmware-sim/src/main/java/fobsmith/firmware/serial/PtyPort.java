package fobsmith.firmware.serial;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The console of a simulated token on a pseudo-terminal: {@code /dev/pts/N}, which a host opens like any serial port. Where it
 * does, DTR counts as asserted, until it closes it again; whoever closes and opens within 20 milliseconds is taken for one.
 * Closing the port is pulling the cable; it is pulled too where the token loses its power. Linux only.
 */
public final class PtyPort implements AutoCloseable {
    private static final Path TERMINALS = Path.of("/dev/pts");
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LOOK_FOR_HOST = Duration.ofMillis(20);

    private final Terminal terminal;
    private final PtyMaster master;
    private final @Nullable Path link;
    private final Outbox outbox = new Outbox();
    private final Thread reader =
            Thread.ofPlatform().daemon().name("pty reader").unstarted(this::serve);
    private final Thread writer =
            Thread.ofPlatform().daemon().name("pty writer").unstarted(this::send);
    private volatile boolean closing;
    private boolean connected;

    private PtyPort(Terminal terminal, PtyMaster master, @Nullable Path link) {
        this.terminal = terminal;
        this.master = master;
        this.link = link;
    }

    /**
     * Plugs the token in.
     *
     * @throws PortFailure where the system has no pseudo-terminal left
     */
    public static PtyPort open(Terminal terminal) {
        return started(new PtyPort(terminal, PtyMaster.open(), null));
    }

    /**
     * Plugs the token in, and makes a symbolic link to its port; it goes with the port. One to a pseudo-terminal that is there
     * already is replaced, and nothing else.
     *
     * @throws PortFailure where the system has no pseudo-terminal left, or the link cannot be made
     */
    public static PtyPort open(Terminal terminal, Path link) {
        var master = PtyMaster.open();
        try {
            if (isLinkToTerminal(link)) {
                Files.delete(link);
            }
            Files.createSymbolicLink(link, master.slave());
        } catch (IOException e) {
            master.close();
            throw new PortFailure("link %s to a pseudo-terminal cannot be made".formatted(link), e);
        }
        return started(new PtyPort(terminal, master, link));
    }

    /** Left by a port that could not take it away. */
    private static boolean isLinkToTerminal(Path link) throws IOException {
        return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(TERMINALS);
    }

    private static PtyPort started(PtyPort port) {
        port.reader.start();
        port.writer.start();
        return port;
    }

    /** What a host opens. */
    public Path path() {
        return master.slave();
    }

    /** How long the wire rests after each piece the console writes; for slow lines. */
    public void pause(Duration afterEachPiece) {
        outbox.pause(afterEachPiece);
    }

    /** Whether the cable is still in. */
    public boolean isOpen() {
        return !closing;
    }

    private void serve() {
        try {
            while (!closing) {
                int happened = master.await(Libc.POLL_IN, POLL);
                if (happened != PtyMaster.INTERRUPTED) {
                    step(happened);
                }
            }
        } catch (PowerLost e) {
            closing = true;
            connected = false;
        } finally {
            unplug();
        }
    }

    private void step(int happened) {
        boolean readable = (happened & Libc.POLL_IN) != 0;
        boolean hostIsThere = !isHungUp(happened);
        if (hostIsThere || readable) {
            connect();
        }
        if (readable) {
            terminal.receive(master.read());
        } else if (!hostIsThere) {
            disconnect();
            LockSupport.parkNanos(LOOK_FOR_HOST.toNanos());
        }
    }

    private static boolean isHungUp(int happened) {
        return (happened & Libc.POLL_HANG_UP) != 0;
    }

    private void connect() {
        if (!connected) {
            connected = true;
            terminal.connect(outbox);
        }
    }

    private void disconnect() {
        if (connected) {
            connected = false;
            terminal.disconnect();
            outbox.clear();
        }
    }

    private void send() {
        try {
            outbox.pump(this::send);
        } catch (IOException | InterruptedException e) {
            // the cable was pulled
        }
    }

    private void send(byte[] piece) throws InterruptedException {
        int sent = 0;
        while (sent < piece.length && !closing) {
            sent += master.write(piece, sent);
            if (sent < piece.length && isHungUp(master.await(Libc.POLL_OUT, POLL))) {
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** On the reader's thread, as the last thing it does. */
    private void unplug() {
        writer.interrupt();
        join(writer);
        try {
            disconnect();
        } finally {
            deleteLink();
            master.close();
        }
    }

    private void deleteLink() {
        try {
            if (link != null
                    && Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).equals(path())) {
                Files.delete(link);
            }
        } catch (IOException e) {
            // Whoever took it away wanted it so.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pulls the cable. The host reads an end of file, or an error; the token is told before this returns. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(reader);
        if (Thread.currentThread() != reader) {
            join(reader);
        }
    }
}
