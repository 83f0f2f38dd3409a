package fobsmith.devices.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The few functions of libc that Java has no word for. */
@SuppressWarnings("restricted") // the tests' JVM is started with native access
public final class NativeCalls {
    private static final int UNIX = 1;
    private static final int DATAGRAM = 2;
    private static final int READ_WRITE = 2;
    /** sizeof(struct sockaddr_un). */
    private static final int ADDRESS_LENGTH = 110;

    private NativeCalls() {}

    /** For native code; {@link System#getenv} does not see it. */
    public static void setEnvironment(String name, String value) {
        try (var arena = Arena.ofConfined()) {
            call(
                    "setenv",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
                    arena.allocateFrom(name),
                    arena.allocateFrom(value),
                    1);
        }
    }

    /** Sends one datagram to a unix socket, which Java knows only as streams; one that nobody listens to is passed over. */
    static void sendDatagram(Path socket, byte[] datagram) {
        var name = socket.toString().getBytes(StandardCharsets.UTF_8);
        var address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
        address.putShort((short) UNIX).put(name);
        var type = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
        try (var arena = Arena.ofConfined()) {
            int fd = call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), UNIX, DATAGRAM, 0);
            invoke(
                    handle("sendto", type),
                    fd,
                    arena.allocateFrom(JAVA_BYTE, datagram),
                    (long) datagram.length,
                    0,
                    arena.allocateFrom(JAVA_BYTE, address.array()),
                    ADDRESS_LENGTH);
            call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), fd);
        }
    }

    /** A file descriptor, or -1. */
    static int open(String path) {
        try (var arena = Arena.ofConfined()) {
            var type = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
            return (int) invoke(preloaded(arena, "open", type), arena.allocateFrom(path), READ_WRITE);
        }
    }

    static void close(int fd) {
        try (var arena = Arena.ofConfined()) {
            invoke(preloaded(arena, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)), fd);
        }
    }

    /** Fills the argument with what came back where it points to. */
    static int ioctl(int fd, long request, byte[] argument) {
        try (var arena = Arena.ofConfined()) {
            var type = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
            var memory = arena.allocateFrom(JAVA_BYTE, argument);
            var handle = preloaded(arena, "ioctl", type, Linker.Option.firstVariadicArg(2));
            int result = (int) invoke(handle, fd, request, memory);
            MemorySegment.copy(memory, JAVA_BYTE, 0, argument, 0, argument.length);
            return result;
        }
    }

    /** As native code finds a function: in a preloaded library first. The linker's own lookup goes straight to libc. */
    private static MethodHandle preloaded(
            Arena arena, String function, FunctionDescriptor type, Linker.Option... options) {
        var dlsym = handle("dlsym", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        var address = (MemorySegment) invoke(dlsym, MemorySegment.NULL, arena.allocateFrom(function));
        return Linker.nativeLinker().downcallHandle(address, type, options);
    }

    /** Whose rights this thread has when it opens files; without the right to change that, nothing happens. */
    static void setFileSystemUser(int user) {
        call("setfsuid", FunctionDescriptor.of(JAVA_INT, JAVA_INT), user);
    }

    private static int call(String function, FunctionDescriptor type, Object... arguments) {
        return (int) invoke(handle(function, type), arguments);
    }

    private static MethodHandle handle(String function, FunctionDescriptor type, Linker.Option... options) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), type, options);
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call failed", e);
        }
    }
}
