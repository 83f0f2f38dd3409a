package fobsmith.firmware;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.serial.PtyPort;
import fobsmith.firmware.serial.TcpSerialPort;
import java.nio.file.Path;

/** The serial lines a console can be put on. */
final class Lines {
    private Lines() {}

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
        public void close() {
            port.close();
        }
    }

    /** A TCP port on loopback; 0 for a free one. */
    record Tcp(TcpSerialPort port) implements TerminalSocket.Line {
        static Tcp open(Terminal console, int number) {
            return new Tcp(TcpSerialPort.open(number, console));
        }

        @Override
        public String place() {
            var address = port.address();
            return "%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
