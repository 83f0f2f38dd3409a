package fobsmith.devices.usb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HexFormat;

/** A server that says what a test wants it to say, to everybody who connects, and hangs up at the end of its script. */
final class ScriptedServer implements AutoCloseable {
    /** What it does with a connection. */
    @FunctionalInterface
    interface Script {
        void run(DataInputStream in, DataOutputStream out) throws IOException;
    }

    private final ServerSocket listener;

    ScriptedServer(Script script) throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> listen(script));
    }

    private void listen(Script script) {
        while (!listener.isClosed()) {
            try (var socket = listener.accept()) {
                script.run(
                        new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException e) {
                // The other side is gone, or the test is over.
            }
        }
    }

    /** Bytes written as hexadecimal digits, with blanks where they help. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
