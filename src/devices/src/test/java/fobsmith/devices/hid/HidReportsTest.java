package fobsmith.devices.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbInterface;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.devices.usb.UsbStall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HidReportsTest {
    /** A device whose second interface is HID, which does with each transfer what a test wants. */
    private static final class Device implements UsbDevice {
        private final List<UsbSetup> setups = new ArrayList<>();
        private final List<Integer> claimed = new ArrayList<>();
        private final int usbClass;
        private Supplier<byte[]> answer = () -> new byte[64];
        private boolean closed;

        Device(int usbClass) {
            this.usbClass = usbClass;
        }

        @Override
        public UsbDescriptors descriptors() {
            return new UsbDescriptors(0x20a0, 0x4108, 0x0100, List.of(interfaceOf(0, 0x0b), interfaceOf(1, usbClass)));
        }

        private static UsbInterface interfaceOf(int number, int usbClass) {
            return new UsbInterface(number, usbClass, 0, 0, List.of(), List.of());
        }

        @Override
        public void claim(int interfaceNumber) {
            claimed.add(interfaceNumber);
        }

        @Override
        public byte[] controlIn(UsbSetup setup, Duration timeout) {
            setups.add(setup);
            return answer.get();
        }

        @Override
        public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
            setups.add(setup);
            var _ = answer.get();
        }

        @Override
        public void bulkOut(int endpoint, byte[] data, Duration timeout) {
            throw new AssertionError("reports are no bulk transfers");
        }

        @Override
        public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
            throw new AssertionError("reports are no bulk transfers");
        }

        @Override
        public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
            throw new AssertionError("feature reports are no interrupt transfers");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Device device = new Device(3);

    @Test
    void claimsTheHidInterfaceAndGivesTheDeviceBack() {
        HidReports.open(device).close();
        assertThat(device.claimed).containsExactly(1);
        assertThat(device.closed).isTrue();
    }

    /** HID 1.11 sections 7.2.1 and 7.2.2. */
    @Test
    void movesFeatureReportsOverTheControlPipe() {
        try (var reports = HidReports.open(device)) {
            reports.set(new byte[64]);
            assertThat(reports.get()).hasSize(64);
        }
        assertThat(device.setups)
                .containsExactly(new UsbSetup(0x21, 0x09, 0x0300, 1, 64), new UsbSetup(0xa1, 0x01, 0x0300, 1, 64));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65})
    void takesNoReportOfAnotherLength(int length) {
        try (var reports = HidReports.open(device)) {
            device.answer = () -> new byte[length];
            assertThatThrownBy(reports::get)
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("a feature report of %d bytes instead of 64".formatted(length));
            assertThatThrownBy(() -> reports.set(new byte[length])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysThatTheDeviceRefusesAReport() {
        try (var reports = HidReports.open(device)) {
            device.answer = () -> {
                throw new UsbStall("stalled");
            };
            assertThatThrownBy(reports::get)
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the device refuses to give a feature report");
            assertThatThrownBy(() -> reports.set(new byte[64]))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the device refuses to take a feature report");
        }
    }

    @Test
    void givesADeviceBackThatHasNoSuchInterface() {
        var other = new Device(8);
        assertThatThrownBy(() -> HidReports.open(other)).isInstanceOf(DeviceException.Unsupported.class);
        assertThat(other.closed).isTrue();
    }
}
