package fobsmith.devices.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;

/** The functions of libc that make a pseudo-terminal and move bytes through it. */
@SuppressWarnings("restricted") // the tests' JVM is started with native access
final class TerminalCalls {
    /** O_RDWR | O_NOCTTY | O_CLOEXEC. */
    private static final int OPEN_FLAGS = 0x2 | 0x100 | 0x80000;

    private static final short POLLIN = 1;
    /** More than sizeof(struct termios), which is 60. */
    private static final int TERMIOS = 128;

    private static final int MOST_AT_ONCE = 4096;

    private TerminalCalls() {}

    static int open() {
        int master = require("posix_openpt", call("posix_openpt", ofInts(JAVA_INT), OPEN_FLAGS));
        require("grantpt", call("grantpt", ofInts(JAVA_INT), master));
        require("unlockpt", call("unlockpt", ofInts(JAVA_INT), master));
        try (var arena = Arena.ofConfined()) {
            var termios = arena.allocate(TERMIOS);
            require("tcgetattr", call("tcgetattr", ofInts(JAVA_INT, ADDRESS), master, termios));
            invoke("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS), termios);
            require("tcsetattr", call("tcsetattr", ofInts(JAVA_INT, JAVA_INT, ADDRESS), master, 0, termios));
        }
        return master;
    }

    static String nameOfOther(int master) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocate(64);
            require("ptsname_r", call("ptsname_r", ofInts(JAVA_INT, ADDRESS, JAVA_LONG), master, name, 64L));
            return name.getString(0);
        }
    }

    /** POLLIN alone: without anybody at the other end there is only POLLHUP, and nothing to read. */
    static boolean isReadable(int fd, int milliseconds) {
        try (var arena = Arena.ofConfined()) {
            var poll = arena.allocate(8);
            poll.set(JAVA_INT, 0, fd);
            poll.set(JAVA_SHORT, 4, POLLIN);
            call("poll", ofInts(ADDRESS, JAVA_LONG, JAVA_INT), poll, 1L, milliseconds);
            return (poll.get(JAVA_SHORT, 6) & POLLIN) != 0;
        }
    }

    /** Nothing where the other end was closed meanwhile. */
    static byte[] read(int fd) {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(MOST_AT_ONCE);
            var type = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
            long length = (long) invoke("read", type, fd, buffer, (long) MOST_AT_ONCE);
            return buffer.asSlice(0, Math.max(0, length)).toArray(JAVA_BYTE);
        }
    }

    static void write(int fd, byte[] bytes) {
        try (var arena = Arena.ofConfined()) {
            var type = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
            long sent = (long) invoke("write", type, fd, arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length);
            if (sent != bytes.length) {
                throw new IllegalStateException("the terminal took %d of %d bytes".formatted(sent, bytes.length));
            }
        }
    }

    static void close(int fd) {
        call("close", ofInts(JAVA_INT), fd);
    }

    private static FunctionDescriptor ofInts(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    private static int require(String function, int result) {
        if (result < 0) {
            throw new IllegalStateException(function + " failed");
        }
        return result;
    }

    private static int call(String function, FunctionDescriptor type, Object... arguments) {
        return (int) invoke(function, type, arguments);
    }

    private static Object invoke(String function, FunctionDescriptor type, Object... arguments) {
        var linker = Linker.nativeLinker();
        var handle = linker.downcallHandle(linker.defaultLookup().findOrThrow(function), type);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call failed", e);
        }
    }
}
