package fobsmith.devices.links;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the preload library connects whenever a certain /dev node is opened. A connection is never closed from this side, for
 * the library ends the whole JVM when it meets a closed one.
 */
final class IoctlSocket implements AutoCloseable {
    /** Serves one open node. */
    @FunctionalInterface
    interface Node {
        /** Answers one call, with exactly one of the answers that end it. */
        void answer(IoctlConnection connection, IoctlConnection.Call call) throws IOException;

        default void closed() {}
    }

    private final Path path;
    private final ServerSocketChannel listener;

    IoctlSocket(Path path, Supplier<Node> nodes) throws IOException {
        this.path = path;
        Files.createDirectories(path.getParent());
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        start("ioctl socket " + path.getFileName(), () -> accept(nodes));
    }

    private void accept(Supplier<Node> nodes) {
        try {
            while (true) {
                var connection = new IoctlConnection(listener.accept());
                var node = nodes.get();
                start("ioctl of " + path.getFileName(), () -> serve(connection, node));
            }
        } catch (ClosedChannelException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(IoctlConnection connection, Node node) {
        try (connection) {
            while (true) {
                answer(connection, node, connection.next());
            }
        } catch (EOFException e) {
            node.closed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(IoctlConnection connection, Node node, IoctlConnection.Call call) throws IOException {
        try {
            node.answer(connection, call);
        } catch (RuntimeException e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            connection.fail(Errno.IO);
        }
    }

    private static void start(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    /** No more openings; what is open stays open. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
