package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** USB 2.0 section 9.6 and CCID 1.10 section 5.1, field by field. */
class ReaderDescriptorsTest {
    private static final String DEVICE = "12 01 0002 00 00 00 40 0912 7b0a 0201 01 02 03 01".replace(" ", "");
    private static final String CONFIGURATION = """
            09 02 5d00 01 01 00 80 32
            09 04 00 00 03 0b 00 00 00
            36 21 1001 00 07 03000000 a00f0000 a00f0000 01 002a0000 002a0000 01 fe000000 00000000 00000000
                  fa000200 0f010000 00 ff 0000 00 01
            07 05 01 02 4000 00
            07 05 82 02 4000 00
            07 05 83 03 0800 20
            """.replaceAll("\\s", "");

    private final CcidReader reader = Host.reader(TestCard.ofT1(), ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    @Test
    void describesTheDevice() {
        assertThat(Hex.text(reader.deviceDescriptor())).isEqualTo(DEVICE);
        assertThat(host.control("80 06 0001 0000 1200")).isEqualTo(DEVICE);
    }

    @Test
    void describesTheConfiguration() {
        assertThat(Hex.text(reader.configurationDescriptor())).isEqualTo(CONFIGURATION);
        assertThat(host.control("80 06 0002 0000 ff00")).isEqualTo(CONFIGURATION);
    }

    @Test
    void saysWhereItTakesExtendedApdus() {
        var extended = Host.reader(TestCard.ofT1(), ExchangeLevel.EXTENDED_APDU);
        assertThat(Hex.text(extended.configurationDescriptor()))
                .isEqualTo(CONFIGURATION.replace("fa000200", "fa000400"));
    }

    @Test
    void givesNoMoreThanAskedFor() {
        assertThat(host.control("80 06 0001 0000 0800")).isEqualTo(DEVICE.substring(0, 16));
        assertThat(host.control("80 06 0002 0000 0900")).isEqualTo(CONFIGURATION.substring(0, 18));
        assertThat(host.control("80 06 0002 0000 0000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "80 06 0003 0000 ff00, 0403 0904",
        "80 06 0103 0904 ff00, 0c03 4d00 6100 6b00 6500 7200",
        "80 06 0203 0904 ff00, 0e03 5200 6500 6100 6400 6500 7200",
        "80 06 0303 0904 ff00, 0a03 3000 3000 3400 3200",
    })
    void speaksEnglish(String setup, String text) {
        assertThat(host.control(setup)).isEqualTo(text.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80 06 0403 0904 ff00", "80 06 0103 0704 ff00", "80 06 0006 0000 0a00", "80 06 0102 0000 ff00"})
    void refusesDescriptorsThatItDoesNotHave(String setup) {
        assertThatThrownBy(() -> host.control(setup)).isInstanceOf(UsbStall.class);
    }

    @Test
    void leavesOutTextsThatItDoesNotHave() {
        var identity = new ReaderIdentity(0x349e, 0x0300, 0, "Maker", "Reader", "");
        var anonymous = new CcidReader(identity, ExchangeLevel.SHORT_APDU, TestCard.ofT1());
        assertThat(anonymous.deviceDescriptor()).endsWith(1, 2, 0, 1);
        assertThatThrownBy(() -> new Host(anonymous).control("80 06 0303 0904 ff00"))
                .isInstanceOf(UsbStall.class);
    }

    @Test
    void refusesAnIdentityThatNoDescriptorHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReaderIdentity(0x10000, 0, 0, "", "", ""))
                .withMessage("vendor 10000 of a USB device is not of 16 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReaderIdentity(0, 0, 0, "", "", "x".repeat(127)))
                .withMessage("a USB text of 127 characters is longer than 126 characters");
    }
}
