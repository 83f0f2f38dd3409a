package fobsmith.firmware.serial;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;

/** The simulator's side of a pseudo-terminal. One thread may read while another writes; closed when neither does. */
final class PtyMaster implements AutoCloseable {
    /** Nobody knows what has happened. */
    static final int INTERRUPTED = 1 << Short.SIZE;

    private static final int BUFFER = 4096;
    private static final int LONGEST_NAME = 256;
    private static final int POLL_FD = 8;

    private final int file;
    private final Path slave;

    private PtyMaster(int file, Path slave) {
        this.file = file;
        this.slave = slave;
    }

    /** @throws PortFailure where the system has none left */
    static PtyMaster open() {
        int file = check(Libc.openMaster(), "opened");
        try {
            check(Libc.grant(file), "granted");
            check(Libc.unlock(file), "unlocked");
            return new PtyMaster(file, prepared(file));
        } catch (PortFailure e) {
            Libc.close(file);
            throw e;
        }
    }

    private static Path prepared(int file) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocate(LONGEST_NAME);
            check(Libc.name(file, name), "named");
            check(Libc.makeRaw(file, arena.allocate(Libc.TERMIOS)), "made raw");
            // Before anybody has opened and closed the other side, the system does not say that it is closed.
            Libc.close(check(Libc.open(name), "opened from the other side"));
            return Path.of(name.getString(0));
        }
    }

    private static int check(int answer, String what) {
        if (answer < 0) {
            throw new PortFailure("a pseudo-terminal cannot be " + what);
        }
        return answer;
    }

    /** What a host opens. */
    Path slave() {
        return slave;
    }

    /** What has happened by then: bits of {@link Libc#POLL_IN} and its like, or {@link #INTERRUPTED}. */
    int await(int events, Duration longest) {
        try (var arena = Arena.ofConfined()) {
            var poll = arena.allocate(POLL_FD);
            poll.set(JAVA_INT, 0, file);
            poll.set(JAVA_SHORT, 4, (short) events);
            int answer = Libc.poll(poll, (int) longest.toMillis());
            return answer < 0 ? INTERRUPTED : poll.get(JAVA_SHORT, 6);
        }
    }

    /** What there is to read; nothing where there is none, or no host. */
    byte[] read() {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(BUFFER);
            long length = Libc.read(file, buffer);
            return buffer.asSlice(0, Math.max(0, length)).toArray(JAVA_BYTE);
        }
    }

    /** How many of the bytes went out: none where the host does not read, or there is none. */
    int write(byte[] bytes, int from) {
        try (var arena = Arena.ofConfined()) {
            var rest = arena.allocate(bytes.length - from);
            MemorySegment.copy(bytes, from, rest, JAVA_BYTE, 0, bytes.length - from);
            return (int) Math.max(0, Libc.write(file, rest));
        }
    }

    @Override
    public void close() {
        Libc.close(file);
    }
}
