package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.Wrapped;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.UsbStall;
import org.junit.jupiter.api.Test;

class CcidOverUsbIpTest extends CcidContract {
    private static final int SET_CONFIGURATION = 9;

    @Override
    Links link() {
        return Links.USB_IP;
    }

    /** Over libusb the kernel sets it. */
    @Test
    void doesNotTakeADeviceThatRefusesItsOwnConfiguration() {
        var identity = new ReaderIdentity(0x1209, 0x0a7b, 0x0100, "", "", "");
        var refusing = new Wrapped(new CcidReader(identity, ExchangeLevel.SHORT_APDU, new EchoCard())) {
            @Override
            public byte[] control(byte[] setup, byte[] data) {
                if (setup[0] == 0 && setup[1] == SET_CONFIGURATION) {
                    throw new UsbStall("not this one");
                }
                return super.control(setup, data);
            }
        };
        try (var plugged = link().plug(refusing)) {
            assertThatThrownBy(plugged.port()::open)
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the device refuses its own configuration 1");
        }
    }
}
