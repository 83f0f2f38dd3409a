package fobsmith.bench;

import fobsmith.firmware.serial.TcpSerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;

/** A serial port's TCP socket without any layer. */
public final class BareSocket {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private BareSocket() {}

    /** The caller closes it. */
    public static Socket to(TcpSerialPort port) {
        try {
            var socket = new Socket(port.address().getAddress(), port.address().getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
