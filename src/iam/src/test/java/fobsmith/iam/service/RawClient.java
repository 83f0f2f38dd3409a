package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A plain socket to the service, for what no HTTP client would send. */
record RawClient(Socket socket) implements AutoCloseable {
    private static final int ANSWERED_WITHIN = 10_000;

    static RawClient of(HttpService service) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(ANSWERED_WITHIN);
        return new RawClient(socket);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return this;
    }

    /** The first bytes that come back; empty if the service hangs up instead. */
    String answer() throws IOException {
        byte[] bytes = new byte[8192];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(length, 0), US_ASCII);
    }

    /** All until the service hangs up. */
    String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the service does not hang up", e);
        } catch (IOException hungUp) {
            return "";
        }
    }

    boolean isHungUpOn() {
        try {
            send("a");
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
