package fobsmith.devices.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.ClosedPorts;
import org.junit.jupiter.api.Test;

class FlipperDriverTest {
    private static final String MAKER = "Flipper Devices Inc.";

    private final FlipperDriver driver = new FlipperDriver();

    @Test
    void recognisesAFlipperByIdsAndMaker() {
        assertThat(driver.recognises(ClosedPorts.serialPort("serial /dev/ttyACM0", 0x0483, 0x5740, MAKER)))
                .isTrue();
    }

    /** The ids are the chip maker's example: whoever takes his firmware has them. */
    @Test
    void leavesEveryOtherPortOfTheChipMakerAlone() {
        assertThat(driver.recognises(
                        ClosedPorts.serialPort("serial /dev/ttyACM0", 0x0483, 0x5740, "STMicroelectronics")))
                .isFalse();
        assertThat(driver.recognises(ClosedPorts.serialPort("serial /dev/ttyACM0", 0x0483, 0x5741, MAKER)))
                .isFalse();
        assertThat(driver.recognises(ClosedPorts.serialPort("serial /dev/ttyUSB0", 0x0403, 0x6001, "FTDI")))
                .isFalse();
    }

    @Test
    void asksAPortThatTheOperatorNamed() {
        assertThat(driver.recognises(ClosedPorts.namedPort("serial /dev/pts/3")))
                .isTrue();
    }

    @Test
    void knowsNoUsbDeviceAsSuch() {
        assertThat(driver.recognises(ClosedPorts.port("usb 1-1", 0x0483, 0x5740)))
                .isFalse();
    }
}
