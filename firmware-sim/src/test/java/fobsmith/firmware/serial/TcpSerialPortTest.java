package fobsmith.firmware.serial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.flipper.TerminalFault;
import fobsmith.firmware.usb.EchoTerminal;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpSerialPortTest {
    private static final String PROMPT = "\r\n>: ";

    /** Only so that a port that never answers fails a test and does not hang it. */
    private static final int FOREVER = 20_000;

    private final Flipper flipper = Flipper.of(
            FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"),
            Flash.inMemory(),
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));

    private static Socket connect(TcpSerialPort port) throws IOException {
        var socket = new Socket(port.address().getAddress(), port.address().getPort());
        socket.setSoTimeout(FOREVER);
        return socket;
    }

    private static String readUntil(Socket host, String end) throws IOException {
        var read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            int next = host.getInputStream().read();
            if (next < 0) {
                throw new IOException("the port has ended after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static void type(Socket host, String keys) throws IOException {
        host.getOutputStream().write(keys.getBytes(ISO_8859_1));
    }

    @Test
    void isAConsoleForWhoeverConnects() throws IOException {
        try (var port = TcpSerialPort.open(0, flipper);
                var host = connect(port)) {
            assertThat(port.address().getAddress().isLoopbackAddress()).isTrue();
            assertThat(readUntil(host, PROMPT)).contains("Welcome to Flipper Zero");
            type(host, "date\r");
            assertThat(readUntil(host, PROMPT)).isEqualTo("date\r\n2026-11-23 12:00:00 1" + PROMPT);
        }
    }

    @Test
    void isForOneClientAfterTheOther() throws IOException {
        var terminal = new EchoTerminal();
        try (var port = TcpSerialPort.open(0, terminal)) {
            for (int i = 0; i < 3; i++) {
                try (var host = connect(port)) {
                    assertThat(readUntil(host, "hello")).isEqualTo("hello");
                }
            }
        }
        assertThat(terminal.events()).hasSize(6).startsWith("connected", "gone", "connected");
    }

    @Test
    void hangsUpOnASecondClient() throws IOException {
        try (var port = TcpSerialPort.open(0, flipper);
                var host = connect(port)) {
            readUntil(host, PROMPT);
            port.patience(Duration.ofMillis(1));
            try (var second = connect(port)) {
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
            type(host, "date\r");
            assertThat(readUntil(host, PROMPT)).startsWith("date");
        }
    }

    @Test
    void sendsByteByByteWithPauses() throws IOException {
        try (var port = TcpSerialPort.open(0, flipper)) {
            port.pause(Duration.ofMillis(2));
            flipper.disturb(TerminalFault.BYTE_BY_BYTE, Long.MAX_VALUE);
            try (var host = connect(port)) {
                readUntil(host, PROMPT);
                long before = System.nanoTime();
                type(host, "date\r");
                assertThat(readUntil(host, PROMPT)).hasSize(4 + 2 + 21 + 5);
                // The last of 32 pauses comes after the last byte.
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(31 * 2));
            }
        }
    }

    @Test
    void hangsUpWhereTheTokenLosesItsPower() throws IOException {
        try (var port = TcpSerialPort.open(0, flipper)) {
            try (var host = connect(port)) {
                readUntil(host, PROMPT);
                flipper.disturb(TerminalFault.POWER_LOSS, 1);
                type(host, "date\r");
                assertThatThrownBy(() -> readUntil(host, PROMPT)).isInstanceOf(IOException.class);
            }
            try (var host = connect(port)) {
                assertThat(readUntil(host, PROMPT)).contains("Welcome");
            }
        }
    }

    @Test
    void isUnpluggedByClosingIt() throws IOException {
        var terminal = new EchoTerminal();
        var port = TcpSerialPort.open(0, terminal);
        try (var host = connect(port)) {
            readUntil(host, "hello");
            port.close();
            assertThatThrownBy(() -> readUntil(host, "?")).isInstanceOf(IOException.class);
        }
        assertThat(terminal.events()).containsExactly("connected", "gone");
        assertThatThrownBy(() -> connect(port).close()).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatItsPortIsTaken() {
        try (var port = TcpSerialPort.open(0, flipper)) {
            int number = port.address().getPort();
            assertThatThrownBy(() -> TcpSerialPort.open(number, flipper).close())
                    .isInstanceOf(PortFailure.class)
                    .hasMessage("port %d on 127.0.0.1 is busy or forbidden", number);
        }
    }

    @AfterEach
    void close() {
        flipper.close();
    }
}
