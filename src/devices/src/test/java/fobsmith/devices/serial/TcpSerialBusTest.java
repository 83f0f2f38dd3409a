package fobsmith.devices.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TcpSerialBusTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final SerialPort port;

    TcpSerialBusTest() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = TcpSerialBus.at((InetSocketAddress) server.getLocalSocketAddress())
                .ports()
                .getFirst();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void saysWhereItIs() {
        assertThat(port.place()).isEqualTo("serial tcp 127.0.0.1:" + server.getLocalPort());
        assertThat(port.named()).isTrue();
    }

    @Test
    void movesBytes() throws IOException {
        try (var link = port.open();
                var peer = server.accept()) {
            link.write("date\r".getBytes(US_ASCII));
            assertThat(peer.getInputStream().readNBytes(5)).isEqualTo("date\r".getBytes(US_ASCII));
            assertThat(link.read(Duration.ZERO)).isEmpty();
            peer.getOutputStream().write(">: ".getBytes(US_ASCII));
            assertThat(link.read(LONG)).startsWith((byte) '>');
        }
    }

    @Test
    void losesTheLinkWhenThePeerGoes() throws IOException {
        try (var link = port.open()) {
            server.accept().close();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> link.read(LONG))
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .hasMessage("%s is gone", port.place());
            }
        }
    }

    @Test
    void isDeadOnceClosed() {
        var link = port.open();
        link.close();
        link.close();
        assertThatThrownBy(() -> link.read(LONG))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessageEndingWith("has been closed");
        assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(DeviceException.LinkLost.class);
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        server.close();
        assertThatThrownBy(port::open)
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessage("there is no serial server at 127.0.0.1:" + server.getLocalPort());
    }

    /** 192.0.2.0/24 is nobody's: RFC 5737. */
    @Test
    void leavesThisMachineOnlyWhenItIsTold() {
        var far = new InetSocketAddress("192.0.2.1", 4000);
        assertThatThrownBy(() -> TcpSerialBus.at(far))
                .isInstanceOfSatisfying(
                        DeviceException.Unavailable.class,
                        refused -> assertThat(refused.advice()).contains("--insecure-link"))
                .hasMessage("the serial server 192.0.2.1:4000 is not on this machine");
        assertThat(TcpSerialBus.insecurelyAt(far).ports())
                .extracting(SerialPort::place)
                .containsExactly("serial tcp 192.0.2.1:4000");
    }

    @Test
    void takesNoNameThatDoesNotResolve() {
        assertThatThrownBy(() -> TcpSerialBus.at(InetSocketAddress.createUnresolved("localhost", 4000)))
                .isInstanceOf(DeviceException.Unavailable.class);
    }
}
