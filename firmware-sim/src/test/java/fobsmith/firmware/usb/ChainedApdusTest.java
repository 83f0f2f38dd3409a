package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extended APDU level of exchange: wLevelParameter and bChainParameter, CCID 1.10 sections 6.1.4 and 6.2.1. */
class ChainedApdusTest {
    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.EXTENDED_APDU);
    private final Host host = new Host(reader);

    ChainedApdusTest() {
        host.powerOn();
    }

    @Test
    void takesAnApduInOneMessage() {
        assertThat(host.bulk("6f 04000000 00 01 00 0000 00100000")).isEqualTo("80060000000001000000" + "001000009000");
    }

    @Test
    void putsACommandTogether() {
        assertThat(host.bulk("6f 02000000 00 01 00 0100 0010")).isEqualTo("80000000000001000010");
        assertThat(host.bulk("6f 01000000 00 02 00 0300 00")).isEqualTo("80000000000002000010");
        assertThat(host.bulk("6f 02000000 00 03 00 0200 0055")).isEqualTo("80070000000003000000" + "00100000559000");
        assertThat(card.events()).containsExactly("on", "0010000055");
    }

    @Test
    void givesALongResponseInPieces() {
        var response = Hex.text(Hex.counting(600)) + "9000";
        assertThat(host.bulk("6f 04000000 00 01 00 0000 00200258"))
                .isEqualTo("80050100000001000001" + response.substring(0, 522));
        assertThat(host.bulk("6f 00000000 00 02 00 1000"))
                .isEqualTo("80050100000002000003" + response.substring(522, 1044));
        assertThat(host.bulk("6f 00000000 00 03 00 1000")).isEqualTo("80500000000003000002" + response.substring(1044));
        assertThat(host.bulk("6f 00000000 00 04 00 1000")).isEqualTo("80000000000004400800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0200", "0300", "1000", "0400", "0110"})
    void continuesOnlyWhatWasBegun(String level) {
        assertThat(host.bulk("6f 01000000 00 05 00 %s 00".formatted(level))).isEqualTo("80000000000005400800");
        assertThat(card.events()).containsExactly("on");
    }

    @Test
    void givesACommandUpForAnother() {
        host.bulk("6f 02000000 00 01 00 0100 0010");
        assertThat(host.bulk("6f 04000000 00 02 00 0000 00100000")).endsWith("001000009000");
        assertThat(host.bulk("6f 02000000 00 03 00 0200 0000")).isEqualTo("80000000000003400800");
    }

    @Test
    void givesACommandUpWhenTheCardIsReset() {
        host.bulk("6f 02000000 00 01 00 0100 0010");
        host.powerOn();
        assertThat(host.bulk("6f 02000000 00 03 00 0200 0000")).isEqualTo("80000000000003400800");
    }

    @Test
    void takesTheLongestApduAndNoLongerOne() {
        assertThat(chainOf(65_544)).startsWith("800501000000aa000001");
        assertThat(card.events())
                .hasSize(2)
                .last()
                .satisfies(command -> assertThat(command).hasSize(2 * 65_544));
        assertThat(chainOf(65_545)).isEqualTo("800000000000aa400100");
        assertThat(card.events()).hasSize(2);
    }

    /** Answer to the last message of a command of so many bytes. */
    private String chainOf(int length) {
        host.bulk("6f 04000000 00 01 00 0100 00100000");
        int left = length - 4;
        for (; left > 261; left -= 261) {
            host.bulk("6f 05010000 00 01 00 0300" + "00".repeat(261));
        }
        return host.bulk("6f %02x%02x0000 00 aa 00 0200".formatted(left & 0xff, left >> 8) + "00".repeat(left));
    }
}
