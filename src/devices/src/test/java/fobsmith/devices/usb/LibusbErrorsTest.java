package fobsmith.devices.usb;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.DeviceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.usb4java.LibUsb;

class LibusbErrorsTest {
    private static final String PLACE = "usb 1-4";

    @Test
    void tellsApartWhatGoesWrongInATransfer() {
        assertThat(LibusbErrors.transferring(LibUsb.ERROR_PIPE, PLACE)).isInstanceOf(UsbStall.class);
        assertThat(LibusbErrors.transferring(LibUsb.ERROR_OVERFLOW, PLACE))
                .isInstanceOf(DeviceException.Malformed.class);
        assertThat(List.of(
                        LibUsb.ERROR_TIMEOUT,
                        LibUsb.ERROR_NO_DEVICE,
                        LibUsb.ERROR_IO,
                        LibUsb.ERROR_INTERRUPTED,
                        LibUsb.ERROR_OTHER))
                .allSatisfy(code -> assertThat(LibusbErrors.transferring(code, PLACE))
                        .isInstanceOf(DeviceException.LinkLost.class)
                        .hasMessageContaining(PLACE));
    }

    @Test
    void saysWhatToDoWhereADeviceCannotBeOpened() {
        assertThat(LibusbErrors.opening(LibUsb.ERROR_ACCESS, PLACE).advice()).contains("udev/70-fobsmith.rules");
        assertThat(LibusbErrors.opening(LibUsb.ERROR_BUSY, PLACE).advice()).contains("pcscd");
        assertThat(LibusbErrors.opening(LibUsb.ERROR_OTHER, PLACE))
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessageContaining("LIBUSB_ERROR_OTHER");
        assertThat(LibusbErrors.opening(LibUsb.ERROR_NO_DEVICE, PLACE)).isInstanceOf(DeviceException.LinkLost.class);
    }
}
