package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** USB 2.0 section 9.4 and CCID 1.10 section 5.3. */
class ControlRequestsTest {
    private static final String SLOT_STATUS = "65 00000000 00 01 000000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    @ParameterizedTest
    @CsvSource({
        "80 00 0000 0000 0200, 0000",
        "81 00 0000 0000 0200, 0000",
        "82 00 0000 8200 0200, 0000",
        "82 00 0000 0000 0200, 0000",
        "80 08 0000 0000 0100, 01",
        "81 0a 0000 0000 0100, 00",
        "00 05 0700 0000 0000, ''",
        "01 0b 0000 0000 0000, ''",
        "a1 02 0000 0000 0400, a00f0000",
        "a1 03 0000 0000 0400, 002a0000",
    })
    void servesWhatTheStandardsAskFor(String setup, String answer) {
        assertThat(host.control(setup)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 00 0000 0100 0200",
                "81 00 0000 0100 0200",
                "82 00 0000 8400 0200",
                "00 03 0100 0000 0000",
                "02 03 0100 8200 0000",
                "02 03 0000 0400 0000",
                "00 09 0200 0000 0000",
                "01 0b 0100 0000 0000",
                "01 0b 0000 0100 0000",
                "81 0a 0000 0100 0100",
                "82 0c 0000 8200 0200",
                "21 01 0107 0000 0000",
                "21 01 0007 0100 0000",
                "a1 02 0000 0100 0400",
                "a1 04 0000 0000 0100",
                "c0 01 0000 0000 0100",
            })
    void refusesAllElse(String setup) {
        assertThatThrownBy(() -> host.control(setup)).isInstanceOf(UsbStall.class);
    }

    @Test
    void takesASetupOfEightBytesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host.control("80 06 0001 0000 12"))
                .withMessage("a setup of 7 bytes is not of 8 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "82", "83"})
    void haltsAnEndpointUntilToldOtherwise(String endpoint) {
        host.control("02 03 0000 %s00 0000".formatted(endpoint));
        assertThat(host.control("82 00 0000 %s00 0200".formatted(endpoint))).isEqualTo("0100");
        assertThatThrownBy(() -> use(endpoint))
                .isInstanceOf(UsbStall.class)
                .hasMessage("endpoint %s is halted".formatted(endpoint));
        host.control("02 01 0000 %s00 0000".formatted(endpoint));
        assertThat(host.control("82 00 0000 %s00 0200".formatted(endpoint))).isEqualTo("0000");
        use(endpoint);
    }

    private void use(String endpoint) {
        switch (endpoint) {
            case "01" -> host.bulk(SLOT_STATUS);
            case "82" -> host.next();
            default -> host.interrupt();
        }
    }

    @Test
    void resumesWithAnInterfaceSetAnew() {
        host.control("02 03 0000 8200 0000");
        host.control("01 0b 0000 0000 0000");
        assertThat(host.bulk(SLOT_STATUS)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x02, 0x80, 0x81, 0x03})
    void hasNoOtherEndpoints(int endpoint) {
        assertThatThrownBy(() -> reader.out(endpoint, new byte[10])).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> reader.in(endpoint, 64)).isInstanceOf(UsbStall.class);
    }

    @Test
    void runsEachEndpointOneWayOnly() {
        assertThatThrownBy(() -> reader.in(CcidReader.BULK_OUT, 64)).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> reader.out(CcidReader.BULK_IN, new byte[10])).isInstanceOf(UsbStall.class);
    }

    @Test
    void hasNoEndpointsWithoutAConfiguration() {
        host.powerOn();
        host.control("00 09 0000 0000 0000");
        assertThat(host.control("80 08 0000 0000 0100")).isEqualTo("00");
        assertThat(card.events()).containsExactly("on", "off");
        assertThatThrownBy(() -> host.bulk(SLOT_STATUS)).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> host.control("81 0a 0000 0000 0100")).isInstanceOf(UsbStall.class);
        host.control("00 09 0100 0000 0000");
        assertThat(host.bulk(SLOT_STATUS)).isEqualTo("81000000000001010001");
    }

    @Test
    void beginsAnewWhenReset() {
        host.powerOn();
        reader.out(CcidReader.BULK_OUT, Hex.bytes(SLOT_STATUS));
        host.control("02 03 0000 8300 0000");
        reader.reset();
        assertThat(card.events()).containsExactly("on", "off");
        assertThat(host.next()).isEmpty();
        assertThat(host.interrupt()).isEmpty();
        assertThat(host.bulk(SLOT_STATUS)).isEqualTo("81000000000001010001");
    }
}
