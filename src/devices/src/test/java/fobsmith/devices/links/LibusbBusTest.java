package fobsmith.devices.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.LibusbBus;
import fobsmith.devices.usb.UsbPort;
import fobsmith.firmware.usb.UsbStall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is libusb's own: which devices there are, who may open them, when they come and go. */
@Umockdev
class LibusbBusTest {
    private static final int NOBODY = 65534;

    private final LoopbackDevice device = new LoopbackDevice();

    private static List<String> places(LibusbBus bus) {
        return bus.ports().stream().map(UsbPort::place).toList();
    }

    private static UsbPort at(LibusbBus bus, MockedPlug plug) {
        return bus.ports().stream()
                .filter(port -> port.place().equals("usb " + plug.node().name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNothingWhereNothingIsPluggedIn() {
        Testbed.get();
        try (var bus = LibusbBus.open()) {
            assertThat(bus.ports()).isEmpty();
        }
    }

    @Test
    void seesDevicesComeAndGo() {
        var testbed = Testbed.get();
        try (var bus = LibusbBus.open()) {
            for (int i = 0; i < 20; i++) {
                var first = testbed.plug(device);
                assertThat(places(bus)).containsExactly("usb " + first.node().name());
                var second = testbed.plug(new LoopbackDevice());
                assertThat(places(bus))
                        .containsExactlyInAnyOrder(
                                "usb " + first.node().name(),
                                "usb " + second.node().name());
                first.unplug();
                assertThat(places(bus)).containsExactly("usb " + second.node().name());
                second.unplug();
                assertThat(places(bus)).isEmpty();
            }
        }
    }

    @Test
    void doesNotTakeADeviceForTheOneThatWasPluggedInBefore() {
        try (var bus = LibusbBus.open()) {
            var first = Testbed.get().plug(device);
            var port = at(bus, first);
            first.unplug();
            var second = Testbed.get().plug(device);
            assertThat(at(bus, second).occupant()).isNotEqualTo(port.occupant());
            assertThatThrownBy(port::open).isInstanceOf(DeviceException.LinkLost.class);
            second.unplug();
        }
    }

    @Test
    void namesTheRuleThatIsMissingWhereTheNodeIsNotOurs() throws IOException {
        var plug = Testbed.get().plug(device);
        try (var bus = LibusbBus.open()) {
            var port = at(bus, plug);
            Files.setPosixFilePermissions(plug.node().node(), PosixFilePermissions.fromString("---------"));
            asNobody(
                    plug,
                    () -> assertThatThrownBy(port::open)
                            .isInstanceOfSatisfying(
                                    DeviceException.Unavailable.class,
                                    e -> assertThat(e.advice()).contains("udev/70-fobsmith.rules")));
        } finally {
            plug.unplug();
        }
    }

    /** Root would be let in whatever the node's permissions are. The library connects to the socket even so. */
    private static void asNobody(MockedPlug plug, Runnable attempt) throws IOException {
        var socket = plug.node().ioctlSocket();
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
        Testbed.get().letOthersIn();
        NativeCalls.setFileSystemUser(NOBODY);
        try {
            assumeTrue(
                    Files.exists(socket) && Files.exists(Path.of("target")),
                    "root's tests of permissions need a folder that everybody may enter");
            attempt.run();
        } finally {
            NativeCalls.setFileSystemUser(0);
        }
    }

    @Test
    void servesTwoDevicesAtOnce() {
        var other = new LoopbackDevice();
        var here = Testbed.get().plug(device);
        var there = Testbed.get().plug(other);
        try (var bus = LibusbBus.open();
                var first = at(bus, here).open();
                var second = at(bus, there).open()) {
            first.claim(0);
            second.claim(0);
            first.bulkOut(LoopbackDevice.BULK_OUT, new byte[] {1}, Duration.ofSeconds(5));
            second.bulkOut(LoopbackDevice.BULK_OUT, new byte[] {2}, Duration.ofSeconds(5));
            here.unplug();
            assertThat(second.bulkIn(LoopbackDevice.BULK_IN, 64, Duration.ofSeconds(5)))
                    .containsExactly(2);
            assertThatThrownBy(() -> first.bulkIn(LoopbackDevice.BULK_IN, 64, Duration.ofSeconds(5)))
                    .isInstanceOf(DeviceException.LinkLost.class);
        }
        there.unplug();
    }

    @Test
    void closesTheNodeWithTheDevice() {
        var plug = Testbed.get().plug(device);
        try (var bus = LibusbBus.open()) {
            var open = at(bus, plug).open();
            await().until(() -> plug.openings() == 1);
            open.close();
            await().until(() -> plug.openings() == 0);
        }
        plug.unplug();
    }

    @Test
    void closesTheNodeOfADeviceThatDoesNotTellItsDescriptors() {
        var plug = Testbed.get().plug(new Wrapped(device) {
            @Override
            public byte[] control(byte[] setup, byte[] data) {
                throw new UsbStall("no descriptors");
            }
        });
        try (var bus = LibusbBus.open()) {
            assertThatThrownBy(at(bus, plug)::open).isInstanceOf(DeviceException.Malformed.class);
            await().until(() -> plug.openings() == 0);
        }
        plug.unplug();
    }

    @Test
    void closesWhatIsStillOpen() {
        var plug = Testbed.get().plug(device);
        var bus = LibusbBus.open();
        var port = at(bus, plug);
        var open = port.open();
        open.claim(0);
        await().until(() -> plug.openings() == 1);
        bus.close();
        bus.close();
        await().until(() -> plug.openings() == 0);
        open.close();
        assertThatThrownBy(() -> open.claim(0)).isInstanceOf(DeviceException.LinkLost.class);
        assertThatThrownBy(bus::ports).isInstanceOf(DeviceException.LinkLost.class);
        assertThatThrownBy(port::open).isInstanceOf(DeviceException.LinkLost.class);
        plug.unplug();
    }
}
