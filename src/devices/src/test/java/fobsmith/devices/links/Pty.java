package fobsmith.devices.links;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A terminal of two ends: ours, and one with a name that a program may open like a serial port. Bytes go through it as they
 * are: pty(7), termios(3). Closing it is what pulling out the cable is to the other end.
 */
public final class Pty implements AutoCloseable {
    private final int master;
    private final Path other;
    private boolean closed;

    private Pty(int master, Path other) {
        this.master = master;
        this.other = other;
    }

    /** The caller closes it. */
    public static Pty open() {
        int master = TerminalCalls.open();
        return new Pty(master, Path.of(TerminalCalls.nameOfOther(master)));
    }

    /** Where the other end is: {@code /dev/pts/3}. */
    public Path other() {
        return other;
    }

    /** What the other end sent; empty where nothing came within so many milliseconds, or nobody has opened it. */
    public byte[] read(int milliseconds) {
        return TerminalCalls.isReadable(master, milliseconds) ? TerminalCalls.read(master) : new byte[0];
    }

    public void write(byte[] bytes) {
        TerminalCalls.write(master, bytes);
    }

    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As if the device were pulled out. */
    public void hangUp() {
        close();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            TerminalCalls.close(master);
        }
    }
}
