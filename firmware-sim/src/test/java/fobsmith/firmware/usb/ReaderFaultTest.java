package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.ReaderFault.SpoiledAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderFaultTest {
    private static final String MESSAGE = "6f 04000000 00 07 00 0000 00100000";
    private static final String ANSWER = "80060000000007000000" + "001000009000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    ReaderFaultTest() {
        host.powerOn();
    }

    private List<String> answers() {
        reader.out(CcidReader.BULK_OUT, Hex.bytes(MESSAGE));
        return host.all();
    }

    private boolean cardWasAsked() {
        return card.events().size() > 1;
    }

    @Test
    void strikesSoManyMessages() {
        reader.fault(SpoiledAnswer.LOST, 2);
        assertThat(answers()).isEmpty();
        assertThat(answers()).isEmpty();
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void strikesUntilMended() {
        reader.fault(SpoiledAnswer.LOST);
        assertThat(answers()).isEmpty();
        assertThat(answers()).isEmpty();
        reader.mend();
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void givesWayToTheNext() {
        reader.fault(SpoiledAnswer.LOST);
        reader.fault(SpoiledAnswer.TWICE, 1);
        assertThat(answers()).hasSize(2);
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void losesAMessageBeforeTheCardIsAsked() {
        reader.fault(new ReaderFault.MessageLost(), 1);
        assertThat(answers()).isEmpty();
        assertThat(cardWasAsked()).isFalse();
    }

    @Test
    void losesAnAnswerAfterTheCardWasAsked() {
        reader.fault(SpoiledAnswer.LOST, 1);
        assertThat(answers()).isEmpty();
        assertThat(cardWasAsked()).isTrue();
    }

    @Test
    void asksForMoreTimeBeforeItAnswers() {
        reader.fault(new ReaderFault.TimeExtension(3), 1);
        var moreTime = "80000000000007800100";
        assertThat(answers()).containsExactly(moreTime, moreTime, moreTime, ANSWER);
    }

    @Test
    void doesNotSeeTheCard() {
        reader.fault(new ReaderFault.CardUnseen(), 2);
        assertThat(answers()).containsExactly("8000000000000742fe00");
        assertThat(host.bulk("65 00000000 00 08 000000")).isEqualTo("81000000000008020001");
        assertThat(host.bulk("65 00000000 00 09 000000")).isEqualTo("81000000000009000000");
        assertThat(card.events()).containsExactly("on");
    }

    @Test
    void failsWithAnyError() {
        reader.fault(new ReaderFault.ErrorStatus(0xf6), 1);
        assertThat(answers()).containsExactly("8000000000000740f600");
        assertThat(cardWasAsked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_SEQUENCE, 80060000000008000000001000009000",
        "WRONG_SLOT, 80060000000107000000001000009000",
        "WRONG_TYPE, 00060000000007000000001000009000",
        "CUT_HEADER, 8006000000",
        "OVERSTATED_LENGTH, 80070000000007000000001000009000",
        "TRAILING_BYTES, 80060000000007000000001000009000000000",
    })
    void spoilsAnAnswer(SpoiledAnswer fault, String spoiled) {
        reader.fault(fault, 1);
        assertThat(answers()).containsExactly(spoiled);
        assertThat(cardWasAsked()).isTrue();
    }

    @Test
    void answersTwice() {
        reader.fault(SpoiledAnswer.TWICE, 1);
        assertThat(answers()).containsExactly(ANSWER, ANSWER);
    }

    @Test
    void answersWithMoreThanItsDescriptorAllows() {
        reader.fault(SpoiledAnswer.OVERSIZED, 1);
        assertThat(answers())
                .singleElement()
                .satisfies(oversized -> assertThat(oversized)
                        .startsWith("80450100000007000000" + "001000009000")
                        .hasSize(2 * (271 + 64)));
    }

    @Test
    void refusesAMessageByAHalt() {
        reader.fault(new ReaderFault.HaltedEndpoint(CcidReader.BULK_OUT), 1);
        assertThatThrownBy(this::answers).isInstanceOf(UsbStall.class);
        assertThatThrownBy(this::answers).isInstanceOf(UsbStall.class);
        assertThat(cardWasAsked()).isFalse();
        host.control("02 01 0000 0100 0000");
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void keepsAnAnswerBehindAHalt() {
        reader.fault(new ReaderFault.HaltedEndpoint(CcidReader.BULK_IN), 1);
        assertThatThrownBy(this::answers).isInstanceOf(UsbStall.class);
        host.control("02 01 0000 8200 0000");
        assertThat(host.all()).containsExactly(ANSWER);
    }

    @Test
    void isNoneThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReaderFault.ErrorStatus(0x100))
                .withMessage("error 100 of a reader is impossible");
        assertThatIllegalArgumentException().isThrownBy(() -> new ReaderFault.TimeExtension(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReaderFault.HaltedEndpoint(0x84));
    }
}
