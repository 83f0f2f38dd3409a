package fobsmith.firmware.vpcd;

import fobsmith.firmware.usb.Hex;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/** The reader's side of vpcd, on loopback, in the hands of a test. */
final class Reader implements AutoCloseable {
    private final ServerSocket listener;
    private Socket card = new Socket();

    Reader() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes the next card that is put in. */
    void take() throws IOException {
        card = listener.accept();
        card.setSoTimeout(10_000);
    }

    /** A frame to the card, in hexadecimal. */
    void send(String frame) throws IOException {
        var content = Hex.bytes(frame);
        // As vpcd does it: length and content each for itself.
        card.getOutputStream()
                .write(ByteBuffer.allocate(2).putShort((short) content.length).array());
        card.getOutputStream().write(content);
    }

    /** What the card sends next; the word "gone" where it was taken out. */
    String receive() throws IOException {
        var in = new DataInputStream(card.getInputStream());
        int length = in.read();
        if (length < 0) {
            return "gone";
        }
        return Hex.text(in.readNBytes(length << Byte.SIZE | in.read()));
    }

    String ask(String frame) throws IOException {
        send(frame);
        return receive();
    }

    void letGo() throws IOException {
        card.close();
    }

    @Override
    public void close() {
        try {
            card.close();
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
