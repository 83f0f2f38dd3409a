package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbInterface;
import fobsmith.devices.usb.UsbInterface.Endpoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CcidInterfaceTest {
    private static final int SHORT_APDU = 0x0002_0000;
    private static final int EXTENDED_APDU = 0x0004_0000;
    private static final int TPDU = 0x0001_0000;
    private static final Endpoint OUT = new Endpoint(0x02, 2, 64);
    private static final Endpoint IN = new Endpoint(0x81, 2, 64);
    private static final UsbInterface KEYBOARD =
            new UsbInterface(0, 3, 0, 0, List.of(new Endpoint(0x84, 3, 8)), List.of());

    private static byte[] descriptor(int features, int longest) {
        return ByteBuffer.allocate(54)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {54, 0x21})
                .putInt(40, features)
                .putInt(44, longest)
                .array();
    }

    private static UsbDescriptors reader(int protocol, List<Endpoint> endpoints, List<byte[]> functional) {
        return new UsbDescriptors(
                1, 2, 3, List.of(KEYBOARD, new UsbInterface(5, 0x0b, 0, protocol, endpoints, functional)));
    }

    private static UsbDescriptors reader(int features, int longest) {
        return reader(0, List.of(OUT, IN), List.of(descriptor(features, longest)));
    }

    @Test
    void findsTheReaderAmongOtherInterfaces() {
        assertThat(CcidInterface.of(reader(SHORT_APDU | 0x08, 271)))
                .isEqualTo(new CcidInterface(5, 0x02, 0x81, 64, SHORT_APDU | 0x08, 271));
    }

    @Test
    void readsWhatTheReaderCanDo() {
        assertThat(CcidInterface.of(reader(SHORT_APDU, 271)).chains()).isFalse();
        assertThat(CcidInterface.of(reader(EXTENDED_APDU, 271)).chains()).isTrue();
        assertThat(CcidInterface.of(reader(SHORT_APDU, 271)).choosesVoltage()).isFalse();
        assertThat(CcidInterface.of(reader(SHORT_APDU | 0x08, 271)).choosesVoltage())
                .isTrue();
        assertThat(CcidInterface.of(reader(SHORT_APDU, 271)).room()).isEqualTo(261);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, TPDU, 0x00fe})
    void refusesAReaderThatDoesNotTakeWholeApdus(int features) {
        assertThatThrownBy(() -> CcidInterface.of(reader(features, 271)))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessageContaining("whole APDUs");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10, 65_555, Integer.MAX_VALUE})
    void refusesMessagesOfAnImpossibleLength(int longest) {
        assertThatThrownBy(() -> CcidInterface.of(reader(SHORT_APDU, longest)))
                .isInstanceOf(DeviceException.Malformed.class);
    }

    @Test
    void refusesADeviceWithoutAReader() {
        assertThatThrownBy(() -> CcidInterface.of(new UsbDescriptors(1, 2, 3, List.of(KEYBOARD))))
                .isInstanceOf(DeviceException.Unsupported.class);
        var overControlPipe = reader(1, List.of(OUT, IN), List.of(descriptor(SHORT_APDU, 271)));
        assertThatThrownBy(() -> CcidInterface.of(overControlPipe)).isInstanceOf(DeviceException.Unsupported.class);
    }

    @Test
    void refusesAReaderThatLacksWhatTheStandardAsksFor() {
        var whole = List.of(descriptor(SHORT_APDU, 271));
        assertThatThrownBy(() -> CcidInterface.of(reader(0, List.of(OUT), whole)))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThatThrownBy(() -> CcidInterface.of(reader(0, List.of(IN), whole)))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThatThrownBy(() -> CcidInterface.of(reader(0, List.of(OUT, IN), List.of())))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThatThrownBy(() ->
                        CcidInterface.of(reader(0, List.of(OUT, IN), List.of(new byte[] {8, 0x21, 0, 0, 0, 0, 0, 0}))))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThatThrownBy(() -> CcidInterface.of(reader(0, List.of(OUT, new Endpoint(0x81, 2, 0)), whole)))
                .isInstanceOf(DeviceException.Malformed.class);
    }
}
