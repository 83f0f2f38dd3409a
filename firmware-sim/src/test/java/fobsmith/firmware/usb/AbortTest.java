package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CCID 1.10 sections 5.3.1 and 6.1.13. */
class AbortTest {
    private static final String ASKED_BY_CONTROL = "21 01 0007 0000 0000";
    private static final String ASKED_BY_MESSAGE = "72 00000000 00 07 000000";
    private static final String ABORTED = "81000000000007000000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.EXTENDED_APDU);
    private final Host host = new Host(reader);

    AbortTest() {
        host.powerOn();
    }

    @Test
    void isAnsweredOnceAskedBothWays() {
        host.control(ASKED_BY_CONTROL);
        assertThat(host.next()).isEmpty();
        assertThat(host.bulk(ASKED_BY_MESSAGE)).isEqualTo(ABORTED);
    }

    @Test
    void takesTheMessageFirst() {
        assertThat(host.bulk(ASKED_BY_MESSAGE)).isEmpty();
        host.control(ASKED_BY_CONTROL);
        assertThat(host.all()).containsExactly(ABORTED);
    }

    @Test
    void failsWhateverComesBetween() {
        host.control(ASKED_BY_CONTROL);
        assertThat(host.bulk("6f 04000000 00 06 00 0000 00100000")).isEqualTo("8000000000000640ff00");
        assertThat(host.bulk(ASKED_BY_MESSAGE)).isEqualTo(ABORTED);
        assertThat(host.bulk("6f 04000000 00 08 00 0000 00100000")).isEqualTo("80060000000008000000" + "001000009000");
        assertThat(card.events()).containsExactly("on", "00100000");
    }

    @Test
    void waitsForTheSameSequenceNumber() {
        host.control(ASKED_BY_CONTROL);
        assertThat(host.bulk("72 00000000 00 06 000000")).isEmpty();
        assertThat(host.bulk(ASKED_BY_MESSAGE)).isEqualTo(ABORTED);
    }

    @Test
    void dropsAnAnswerThatWaits() {
        reader.out(CcidReader.BULK_OUT, Hex.bytes("65 00000000 00 05 000000"));
        host.control(ASKED_BY_CONTROL);
        reader.out(CcidReader.BULK_OUT, Hex.bytes(ASKED_BY_MESSAGE));
        assertThat(host.all()).containsExactly(ABORTED);
    }

    @Test
    void givesUpACommandInTheMiddle() {
        host.bulk("6f 02000000 00 05 00 0100 0010");
        host.control(ASKED_BY_CONTROL);
        host.bulk(ASKED_BY_MESSAGE);
        assertThat(host.bulk("6f 02000000 00 08 00 0200 0000")).isEqualTo("80000000000008400800");
    }

    @Test
    void endsWithAReset() {
        host.control(ASKED_BY_CONTROL);
        reader.reset();
        assertThat(host.bulk("65 00000000 00 01 000000")).isEqualTo("81000000000001010001");
    }
}
