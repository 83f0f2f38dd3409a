package fobsmith.firmware.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls of the C library that pseudo-terminals are made with, on Linux: POSIX.1-2024 and ptsname_r(3). */
final class Libc {
    static final int READ_WRITE = 2;
    static final int NOT_CONTROLLING = 0x100;
    static final int NON_BLOCKING = 0x800;
    static final int CLOSE_ON_EXEC = 0x80000;

    static final short POLL_IN = 1;
    static final short POLL_OUT = 4;
    static final short POLL_HANG_UP = 0x10;

    /** More than any C library's struct termios has. */
    static final int TERMIOS = 128;

    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle POSIX_OPENPT = handle("posix_openpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle GRANTPT = handle("grantpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle UNLOCKPT = handle("unlockpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle PTSNAME_R = handle("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle TCGETATTR = handle("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle TCSETATTR = handle("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle CFMAKERAW = call("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle OPEN = variadicOpen();
    private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle POLL = handle("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle READ = handle("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE = handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    private Libc() {}

    private static MethodHandle handle(String name, MemoryLayout answer, MemoryLayout... arguments) {
        return call(name, FunctionDescriptor.of(answer, arguments));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }

    private static MethodHandle variadicOpen() {
        return call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    }

    static int openMaster() {
        return number(
                () -> (int) POSIX_OPENPT.invokeExact(READ_WRITE | NOT_CONTROLLING | NON_BLOCKING | CLOSE_ON_EXEC));
    }

    static int grant(int master) {
        return number(() -> (int) GRANTPT.invokeExact(master));
    }

    static int unlock(int master) {
        return number(() -> (int) UNLOCKPT.invokeExact(master));
    }

    static int name(int master, MemorySegment name) {
        return number(() -> (int) PTSNAME_R.invokeExact(master, name, name.byteSize()));
    }

    /** No echo, no signals, no translation of anything. */
    static int makeRaw(int terminal, MemorySegment termios) {
        return number(() -> {
            int got = (int) TCGETATTR.invokeExact(terminal, termios);
            CFMAKERAW.invokeExact(termios);
            return got < 0 ? got : (int) TCSETATTR.invokeExact(terminal, 0, termios);
        });
    }

    /** Never makes it the process's controlling terminal. */
    static int open(MemorySegment path) {
        return number(() -> (int) OPEN.invokeExact(path, READ_WRITE | NOT_CONTROLLING | CLOSE_ON_EXEC));
    }

    static int close(int file) {
        return number(() -> (int) CLOSE.invokeExact(file));
    }

    /** One struct pollfd. */
    static int poll(MemorySegment one, int millis) {
        return number(() -> (int) POLL.invokeExact(one, 1L, millis));
    }

    static long read(int file, MemorySegment buffer) {
        return number(() -> (long) READ.invokeExact(file, buffer, buffer.byteSize()));
    }

    static long write(int file, MemorySegment bytes) {
        return number(() -> (long) WRITE.invokeExact(file, bytes, bytes.byteSize()));
    }

    private interface Call<T> {
        T invoke() throws Throwable;
    }

    /** The calls themselves throw nothing. */
    private static <T> T number(Call<T> call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library threw", e);
        }
    }
}
