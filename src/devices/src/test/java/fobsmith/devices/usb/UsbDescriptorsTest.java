package fobsmith.devices.usb;

import static fobsmith.devices.usb.ScriptedServer.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UsbDescriptorsTest {
    private static final byte[] DEVICE = hex("12010002 00000040 09127B0A 00010102 0301");

    /** A smart-card reader and a keyboard in one, as the Linux kernel and libusb have accepted them. */
    private static final byte[] CONFIGURATION = hex("0902 7600 02 01 00 80 32"
            + "  09 04 00 00 03 0B 00 00 04"
            + "  3621 1001 00 07 03000000 A00F0000 A00F0000 00 002A0000 002A0000 00 FE000000 00000000 00000000"
            + "  FE000400 0F010000 00 FF 0000 00 01"
            + "  07 05 01 02 4000 00    07 05 82 02 4000 00    07 05 83 03 0800 20"
            + "  09 04 01 00 01 03 00 00 05"
            + "  09 21 1001 00 01 22 2500    07 05 84 03 0800 0A");

    @Test
    void readsACompositeDevice() {
        var descriptors = UsbDescriptors.parse(DEVICE, CONFIGURATION);
        assertThat(descriptors.vendor()).isEqualTo(0x1209);
        assertThat(descriptors.product()).isEqualTo(0x0a7b);
        assertThat(descriptors.release()).isEqualTo(0x0100);
        assertThat(descriptors.interfaces()).hasSize(2);
        var reader = descriptors.interfaces().getFirst();
        assertThat(reader.usbClass()).isEqualTo(0x0b);
        assertThat(reader.functional())
                .singleElement()
                .satisfies(bytes -> assertThat(bytes).hasSize(54).startsWith(0x36, 0x21));
        assertThat(reader.endpoints())
                .containsExactly(
                        new UsbInterface.Endpoint(0x01, 2, 64),
                        new UsbInterface.Endpoint(0x82, 2, 64),
                        new UsbInterface.Endpoint(0x83, 3, 8));
        assertThat(descriptors.interfaces().getLast().endpoints())
                .containsExactly(new UsbInterface.Endpoint(0x84, 3, 8));
    }

    @Test
    void refusesWhatIsCutOffAnywhere() {
        for (int length = 0; length < DEVICE.length; length++) {
            var cut = Arrays.copyOf(DEVICE, length);
            assertThatThrownBy(() -> UsbDescriptors.parse(cut, CONFIGURATION))
                    .isInstanceOf(DeviceException.Malformed.class);
        }
        for (int length = 1; length < CONFIGURATION.length; length++) {
            var cut = Arrays.copyOf(CONFIGURATION, length);
            parsesOrIsMalformed(cut);
        }
    }

    @Test
    void doesNotGoRoundInADescriptorOfNoLength() {
        assertThatThrownBy(() -> UsbDescriptors.parse(DEVICE, hex("0902 0b00 01 01 00 80 32 0004")))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThatThrownBy(() -> UsbDescriptors.parse(DEVICE, hex("0902 0d00 01 01 00 80 32 04040000")))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessageContaining("interface descriptor of 4 bytes");
    }

    /** Where the cut falls between two descriptors there is no telling. */
    private static void parsesOrIsMalformed(byte[] configuration) {
        try {
            UsbDescriptors.parse(DEVICE, configuration);
        } catch (DeviceException.Malformed e) {
            assertThat(e).hasMessageContaining("cut off");
        }
    }
}
