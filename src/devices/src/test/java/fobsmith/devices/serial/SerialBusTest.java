package fobsmith.devices.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.TokenWatch;
import fobsmith.devices.flipper.FlipperDriver;
import fobsmith.devices.links.Pty;
import fobsmith.devices.links.Steered;
import fobsmith.firmware.Outlet;
import fobsmith.oath.HandTurnedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** jSerialComm on a terminal of this machine. */
@Timeout(20)
class SerialBusTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void movesBytesThroughATerminalThatIsNamed() {
        try (var pty = Pty.open();
                var link = only(SerialBus.at(pty.other())).open()) {
            link.write("hello\r".getBytes(US_ASCII));
            assertThat(pty.read(1000)).isEqualTo("hello\r".getBytes(US_ASCII));
            pty.write("hello\r\n>: ");
            assertThat(read(link, 10)).isEqualTo("hello\r\n>: ");
            assertThat(link.read(SHORT)).isEmpty();
        }
    }

    @Test
    void carriesEveryByteAsItIs() {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (var pty = Pty.open();
                var link = only(SerialBus.at(pty.other())).open()) {
            link.write(all);
            assertThat(pty.read(1000)).isEqualTo(all);
            pty.write(all);
            var received = new ByteArrayOutputStream();
            while (received.size() < all.length) {
                received.writeBytes(link.read(LONG));
            }
            assertThat(received.toByteArray()).isEqualTo(all);
        }
    }

    @Test
    void opensALinkToATerminal(@TempDir Path folder) throws IOException {
        try (var pty = Pty.open()) {
            var name = Files.createSymbolicLink(folder.resolve("token"), pty.other());
            var port = only(SerialBus.at(name));
            assertThat(port.place()).isEqualTo("serial " + name);
            assertThat(port.named()).isTrue();
            try (var link = port.open()) {
                pty.write("x");
                assertThat(read(link, 1)).isEqualTo("x");
            }
        }
    }

    @Test
    void losesTheLinkWhenTheOtherEndGoes() {
        try (var pty = Pty.open();
                var link = only(SerialBus.at(pty.other())).open()) {
            pty.hangUp();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> link.read(LONG))
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .hasMessage("serial %s is gone", pty.other());
                assertThatThrownBy(() -> link.write(new byte[] {13})).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    @Test
    void isDeadOnceClosed() {
        try (var pty = Pty.open()) {
            var link = only(SerialBus.at(pty.other())).open();
            link.close();
            link.close();
            assertThatThrownBy(() -> link.read(SHORT))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessageEndingWith("has been closed");
            assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @Test
    void takesAPortForItself() {
        try (var pty = Pty.open()) {
            var port = only(SerialBus.at(pty.other()));
            var first = port.open();
            assertThatThrownBy(port::open)
                    .isInstanceOf(DeviceException.Unavailable.class)
                    .hasMessageContaining("cannot be opened");
            first.close();
            port.open().close();
        }
    }

    @Test
    void saysThatThereIsNoSuchPort() {
        var port = only(SerialBus.at(Path.of("/dev/no-such-port")));
        assertThatThrownBy(port::open)
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessage("there is no serial /dev/no-such-port");
    }

    @Test
    void keepsTheNativeLibraryWhereNobodyElseCanWrite() throws IOException {
        SerialBus.ofThisMachine().ports();
        var folder = Path.of(System.getProperty("jSerialComm.library.path"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(Files.readAllLines(Path.of("/proc/self/maps")).stream()
                        .filter(line -> line.contains("libjSerialComm")))
                .isNotEmpty()
                .allMatch(line ->
                        line.endsWith(folder.resolve("libjSerialComm.so").toString()));
    }

    @Test
    void tellsATerminalFromTheNextOfThatName(@TempDir Path folder) throws IOException {
        var name = folder.resolve("token");
        var port = only(SerialBus.at(name));
        assertThat(port.occupant()).isEmpty();
        try (var first = Pty.open();
                var second = Pty.open()) {
            Files.createSymbolicLink(name, first.other());
            var before = port.occupant();
            assertThat(before).isNotEmpty().isEqualTo(port.occupant());
            Files.delete(name);
            Files.createSymbolicLink(name, second.other());
            assertThat(port.occupant()).isNotEmpty().isNotEqualTo(before);
        }
    }

    /** Whatever the machine that runs the tests may have. */
    private static SerialPort only(SerialBus bus) {
        return bus.ports().stream().filter(SerialPort::named).findFirst().orElseThrow();
    }

    private static String read(SerialLink link, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(new String(link.read(LONG), US_ASCII));
        }
        return text.toString();
    }

    /** What the operator names is listed for good, so that whoever opens it is told what is missing; but it comes and goes. */
    @Test
    void aNamedPortIsThereOnlyWhileItsTokenIs(@TempDir Path folder) {
        var path = folder.resolve("flipper");
        var clock = HandTurnedClock.atStepStart();
        try (var bus = SerialBus.at(path);
                var token = Steered.start(folder, "flipper-zero", new Outlet.Pty(path), clock)) {
            var watch = new TokenWatch(new TokenScanner(List.of(new FlipperDriver()), List.of(bus), clock));
            assertThat(watch.look()).singleElement().isInstanceOf(TokenWatch.Change.Plugged.class);
            token.control().unplug(token.serial());
            assertThat(watch.look()).singleElement().isInstanceOf(TokenWatch.Change.Pulled.class);
            assertThat(watch.look()).isEmpty();
            token.control().plug(token.serial());
            assertThat(watch.look()).singleElement().isInstanceOf(TokenWatch.Change.Plugged.class);
        }
    }
}
