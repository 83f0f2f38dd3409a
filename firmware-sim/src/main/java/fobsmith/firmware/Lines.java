package fobsmith.firmware;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.serial.PtyPort;
import fobsmith.firmware.serial.TcpSerialPort;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The serial lines a console can be put on. */
final class Lines {
    private Lines() {}

    /** Opens this TCP port each time; where it is 0, a free one at first and the same one from then on. */
    static Supplier<TerminalSocket.Line> onTcp(Terminal console, int number) {
        var port = new AtomicInteger(number);
        return () -> {
            var line = Tcp.open(console, port.get());
            port.set(line.port().address().getPort());
            return line;
        };
    }

    /** A pseudo-terminal behind this link. */
    record Pty(PtyPort port, Path link) implements TerminalSocket.Line {
        static Pty open(Terminal console, Path link) {
            return new Pty(PtyPort.open(console, link), link);
        }

        @Override
        public String place() {
            return link.toString();
        }

        @Override
        public boolean isOpen() {
            return port.isOpen();
        }

        @Override
        public void close() {
            port.close();
        }
    }

    /** A TCP port on loopback. */
    record Tcp(TcpSerialPort port) implements TerminalSocket.Line {
        static Tcp open(Terminal console, int number) {
            return new Tcp(TcpSerialPort.open(number, console));
        }

        @Override
        public String place() {
            var address = port.address();
            return "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
        }

        /** Clients come and go, the port stays. */
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
