package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CCID 1.10 sections 6.1 and 6.2, byte by byte. */
class BulkMessagesTest {
    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    @Test
    void powersTheCardOnAndOff() {
        assertThat(host.bulk("65 00000000 00 01 000000")).isEqualTo("81000000000001010001");
        assertThat(host.bulk("62 00000000 00 02 01 0000")).isEqualTo("80040000000002000000" + "3b800181");
        assertThat(host.bulk("65 00000000 00 03 000000")).isEqualTo("81000000000003000000");
        assertThat(host.bulk("63 00000000 00 04 000000")).isEqualTo("81000000000004010001");
        assertThat(card.events()).containsExactly("on", "off");
    }

    @Test
    void resetsACardThatHasPower() {
        host.powerOn();
        assertThat(host.bulk("62 00000000 00 02 00 0000")).isEqualTo("80040000000002000000" + "3b800181");
        assertThat(card.events()).containsExactly("on", "on");
    }

    @Test
    void exchangesAnApdu() {
        host.powerOn();
        assertThat(host.bulk("6f 04000000 00 ff 00 0000 00100000"))
                .isEqualTo("80060000 0000ff000000".replace(" ", "") + "001000009000");
        assertThat(host.bulk("6f 05000000 00 00 0a 0000 80410000 00")).isEqualTo("80020000000000000000" + "6d00");
        assertThat(card.events()).containsExactly("on", "00100000", "8041000000");
    }

    @Test
    void exchangesTheLongestShortApdus() {
        host.powerOn();
        assertThat(host.bulk("6f 05010000 00 01 00 0000 00400000ff" + "00".repeat(255) + "00"))
                .isEqualTo("80020000000001000000" + "6d00");
        assertThat(host.bulk("6f 05000000 00 02 00 0000 0020010000"))
                .isEqualTo("80020100000002000000" + Hex.text(Hex.counting(256)) + "9000");
    }

    @Test
    void doesNotSpeakToACardWithoutPower() {
        assertThat(host.bulk("6f 04000000 00 01 00 0000 00100000")).isEqualTo("8000000000000141fb00");
        assertThat(card.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"62, 80", "6f, 80", "6c, 82", "6d, 82", "61, 82"})
    void missesACardThatIsOut(String type, String answer) {
        reader.removeCard();
        assertThat(host.bulk(type + " 00000000 00 05 00 0000")).isEqualTo(answer + "000000000005" + "42fe00");
    }

    @Test
    void tellsThatACardIsOut() {
        reader.removeCard();
        assertThat(host.bulk("65 00000000 00 05 000000")).isEqualTo("81000000000005020001");
        assertThat(host.bulk("63 00000000 00 06 000000")).isEqualTo("81000000000006020001");
    }

    @Test
    void powersACardOnAfterItWasOut() {
        host.powerOn();
        reader.removeCard();
        reader.removeCard();
        reader.insertCard();
        assertThat(host.bulk("65 00000000 00 07 000000")).isEqualTo("81000000000007010001");
        host.powerOn();
        reader.insertCard();
        assertThat(host.bulk("65 00000000 00 08 000000")).isEqualTo("81000000000008000000");
        assertThat(card.events()).containsExactly("on", "off", "on");
    }

    @ParameterizedTest
    @CsvSource({
        "3b800181, 01, 11 10 00 4d 00 fe 00",
        "3b8181011f, 01, 11 10 00 4d 00 fe 00",
        "3bf011000001, 01, 11 10 00 4d 00 fe 00",
        "3b00, 00, 11 00 00 0a 00",
        "3b, 00, 11 00 00 0a 00",
        "3bf0110000, 00, 11 00 00 0a 00",
        "3b808001, 00, 11 00 00 0a 00",
    })
    void takesTheProtocolFromTheAnswerToReset(String atr, String protocol, String structure) {
        var other = new Host(Host.reader(TestCard.answeringReset(atr), ExchangeLevel.SHORT_APDU));
        other.powerOn();
        var bytes = structure.replace(" ", "");
        assertThat(other.bulk("6c 00000000 00 09 000000"))
                .isEqualTo("82%02x000000 00 09 00 00 %s%s"
                        .formatted(bytes.length() / 2, protocol, bytes)
                        .replace(" ", ""));
    }

    @Test
    void setsAndResetsTheParameters() {
        host.powerOn();
        var t0 = "960002 1f01".replace(" ", "");
        assertThat(host.bulk("61 05000000 00 01 00 0000" + t0)).isEqualTo("82050000000001000000" + t0);
        assertThat(host.bulk("6c 00000000 00 02 000000")).isEqualTo("82050000000002000000" + t0);
        var t1 = "11100042003000";
        assertThat(host.bulk("61 07000000 00 03 01 0000" + t1)).isEqualTo("82070000000003000001" + t1);
        assertThat(host.bulk("6d 00000000 00 04 000000")).isEqualTo("82070000000004000001" + "1110004d00fe00");
    }

    @ParameterizedTest
    @CsvSource({
        "61 05000000 00 03 02 0000 1100000a00, 82, 07",
        "61 05000000 00 03 01 0000 1100000a00, 82, 01",
        "61 07000000 00 03 00 0000 11100042003000, 82, 01",
        "62 00000000 00 03 04 0000, 80, 07",
        "62 01000000 00 03 00 0000 00, 80, 01",
        "63 01000000 00 03 000000 00, 81, 01",
        "65 01000000 00 03 000000 00, 81, 01",
        "6f 03000000 00 03 00 0000 001000, 80, 01",
        "6f 00000000 00 03 00 0000, 80, 01",
        "6f 04000000 00 03 00 0100 00100000, 80, 08",
        "6f 00000000 00 03 00 1000, 80, 08",
    })
    void pointsAtTheByteThatIsWrong(String message, String answer, String error) {
        host.powerOn();
        assertThat(host.bulk(message)).isEqualTo(answer + "0000000000" + "03" + "40" + error + "00");
        assertThat(card.events()).containsExactly("on");
    }

    @ParameterizedTest
    @CsvSource({
        "69, 80", "6a, 81", "6b, 83", "6e, 81", "71, 81", "73, 84", "00, 81", "60, 81", "7f, 81", "ff, 81",
    })
    void saysWhatItDoesNotSupport(String type, String answer) {
        assertThat(host.bulk(type + " 01000000 00 0c 000000 00")).isEqualTo(answer + "00000000000c410000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"62 00000000 01 0c 000000", "72 00000000 01 0c 000000", "6f 04000000 01 0c 000000 00100000"})
    void hasOneSlotOnly(String message) {
        host.powerOn();
        assertThat(host.bulk(message)).hasSize(20).endsWith("00000000" + "01" + "0c" + "420500");
    }

    @Test
    void refusesAResponseThatNoShortApduHas() {
        host.powerOn();
        assertThat(host.bulk("6f 04000000 00 01 00 0000 00200103")).hasSize(20 + 2 * 261);
        assertThat(host.bulk("6f 04000000 00 01 00 0000 00200104")).isEqualTo("8000000000000140fc00");
    }
}
