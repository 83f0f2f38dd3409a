package fobsmith.devices.usb;

import static fobsmith.devices.usb.ScriptedServer.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UsbIpBusTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    /** A device record as the Linux kernel's documentation lays it out. */
    private static byte[] record(String busId) {
        var record = Arrays.copyOf("/sys/devices/any".getBytes(StandardCharsets.US_ASCII), 312);
        var name = busId.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, record, 256, name.length);
        var rest = hex("00000001 00000002 00000002 349e 0300 0100 00 00 00 01 01 01");
        System.arraycopy(rest, 0, record, 288, rest.length);
        return record;
    }

    private static ScriptedServer listing(String header, byte[]... devices) throws IOException {
        return new ScriptedServer((in, out) -> {
            in.readNBytes(8);
            out.write(hex(header));
            for (var device : devices) {
                out.write(device);
                out.write(hex("0b000000"));
            }
        });
    }

    private static ScriptedServer importing(byte[] answer) throws IOException {
        return new ScriptedServer((in, out) -> {
            if (in.readNBytes(8)[3] == 5) {
                out.write(hex("0111 0005 00000000 00000001"));
                out.write(record("1-1"));
                out.write(hex("0b000000"));
            } else {
                in.readNBytes(32);
                out.write(answer);
            }
        });
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void fails(ScriptedServer server, Class<? extends DeviceException> type, String message) {
        try (server;
                var bus = new UsbIpBus(server.address(), LONG)) {
            assertThatThrownBy(bus::ports).isInstanceOf(type).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "0.0.0.0", "2001:db8::1"})
    void refusesAServerThatIsNotOnThisMachine(String address) {
        var server = new InetSocketAddress(InetAddress.ofLiteral(address), 3240);
        assertThatThrownBy(() -> UsbIpBus.at(server)).isInstanceOfSatisfying(DeviceException.Unavailable.class, e -> {
            assertThat(e).hasMessageContaining(address.replace("::", ":0:0:0:0:0:"));
            assertThat(e.advice()).contains("--insecure-link");
        });
        assertThatCode(() -> UsbIpBus.insecurelyAt(server)).doesNotThrowAnyException();
    }

    @Test
    void refusesANameThatWasNotLookedUp() {
        var server = InetSocketAddress.createUnresolved("localhost", 3240);
        assertThatThrownBy(() -> UsbIpBus.at(server)).isInstanceOf(DeviceException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1"})
    void takesAServerOnThisMachine(String address) {
        assertThatCode(() -> UsbIpBus.at(new InetSocketAddress(InetAddress.ofLiteral(address), 3240)))
                .doesNotThrowAnyException();
    }

    @Test
    void saysHowToStartTheSimulatorWhereNobodyListens() throws IOException {
        InetSocketAddress nobody;
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
        }
        try (var bus = UsbIpBus.at(nobody)) {
            assertThatThrownBy(bus::ports)
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice())
                                    .isEqualTo("start the simulator: fobsmith sim run --model molto2"));
        }
    }

    /** The kernel numbers devices anew each time they are plugged in. */
    @Test
    void tellsADeviceFromTheNextInItsPlace() throws IOException {
        var next = record("1-1");
        next[295]++;
        try (var before = listing("0111 0005 00000000 00000001", record("1-1"));
                var after = listing("0111 0005 00000000 00000001", next)) {
            assertThat(occupant(before)).isEqualTo(occupant(before)).isNotEqualTo(occupant(after));
        }
    }

    private static String occupant(ScriptedServer server) {
        try (var bus = UsbIpBus.at(server.address())) {
            return bus.ports().getFirst().occupant();
        }
    }

    @Test
    void listsWhatTheServerHas() throws IOException {
        try (var server = listing("0111 0005 00000000 00000002", record("1-1"), record("2-1.4"));
                var bus = UsbIpBus.at(server.address())) {
            assertThat(bus.ports())
                    .extracting(UsbPort::place)
                    .containsExactly(
                            "usbip 127.0.0.1:%d/1-1".formatted(server.address().getPort()),
                            "usbip 127.0.0.1:%d/2-1.4"
                                    .formatted(server.address().getPort()));
            assertThat(bus.ports()).allSatisfy(port -> {
                assertThat(port.vendor()).isEqualTo(0x349e);
                assertThat(port.product()).isEqualTo(0x0300);
            });
        }
    }

    @Test
    void tiresOfASilentServer() throws IOException {
        try (var server = new ScriptedServer((in, _) -> in.readNBytes(1000));
                var bus = new UsbIpBus(server.address(), SHORT)) {
            assertThatThrownBy(bus::ports)
                    .isInstanceOf(DeviceException.Unavailable.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0106 0005 00000000", "0111 0003 00000000", "4854 5450 2f312e31"})
    void recognisesWhatIsNoServerOfUsbIp(String answer) throws IOException {
        fails(listing(answer), DeviceException.Malformed.class, "what should be a USB/IP server");
    }

    @Test
    void refusesAListThatTheServerCallsFailed() throws IOException {
        fails(listing("0111 0005 00000001 00000000"), DeviceException.Malformed.class, "does not tell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00004001", "ffffffff"})
    void refusesAListWithoutEnd(String count) throws IOException {
        fails(listing("0111 0005 00000000" + count), DeviceException.Malformed.class, "devices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1 \u001b[2J", "1-1\n"})
    void refusesABusIdThatIsNoneToShow(String busId) throws IOException {
        fails(listing("0111 0005 00000000 00000001", record(busId)), DeviceException.Malformed.class, "bus id");
    }

    @Test
    void losesTheLinkWhereTheListIsCutOff() throws IOException {
        fails(listing("0111 0005 00000000 00000002", record("1-1")), DeviceException.LinkLost.class, "hung up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1"})
    void saysThatADeviceIsNotHandedOut(String status) throws IOException {
        try (var server = importing(hex("0111 0003 0000000" + status));
                var bus = UsbIpBus.at(server.address())) {
            var port = bus.ports().getFirst();
            assertThatThrownBy(port::open)
                    .isInstanceOf(DeviceException.Unavailable.class)
                    .hasMessageContaining(status.equals("2") ? "another program" : "status 1")
                    .hasMessageContaining("1-1");
        }
    }

    @Test
    void refusesADeviceThatWasNotAskedFor() throws IOException {
        try (var server = importing(joined(hex("0111 0003 00000000"), record("1-2")));
                var bus = UsbIpBus.at(server.address())) {
            var port = bus.ports().getFirst();
            assertThatThrownBy(port::open)
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessageContaining("1-2")
                    .hasMessageContaining("1-1");
        }
    }

    @Test
    void losesTheLinkWhereTheServerHangsUpAfterHandingOut() throws IOException {
        try (var server = importing(joined(hex("0111 0003 00000000"), record("1-1")));
                var bus = UsbIpBus.at(server.address())) {
            var port = bus.ports().getFirst();
            assertThatThrownBy(port::open).isInstanceOf(DeviceException.LinkLost.class);
        }
    }
}
