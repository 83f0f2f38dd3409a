package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PowerLost;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TerminalFaultTest extends FlipperRig {
    private static final String NOON_TOLD = "2026-11-23 12:00:00 1" + PROMPT;

    private String struck(TerminalFault fault, String typed) {
        flipper.disturb(fault, 1);
        var answer = type(typed);
        assertThat(type("date\\r")).as("next exchange").endsWith("date\\r\\n" + NOON_TOLD);
        return answer;
    }

    @Test
    void saysNothing() {
        assertThat(struck(TerminalFault.SILENCE, "loader open Authenticator\\r"))
                .isEmpty();
    }

    @Test
    void losesTheAnswer() {
        assertThat(struck(TerminalFault.ANSWER_LOST, "totp tz 2\\r")).isEqualTo("totp tz 2");
        assertThat(answer("totp tz")).contains("2.000000");
    }

    @Test
    void doesNotEcho() {
        assertThat(struck(TerminalFault.NO_ECHO, "date\\r")).isEqualTo("\\r\\n" + NOON_TOLD);
    }

    @Test
    void cutsTheAnswer() {
        assertThat(struck(TerminalFault.CUT_ANSWER, "date\\r"))
                .startsWith("date\\r\\n2026")
                .doesNotContain(":00 1", ">:");
    }

    @Test
    void answersTwice() {
        assertThat(struck(TerminalFault.ANSWER_TWICE, "date\\r")).isEqualTo("date" + ("\\r\\n" + NOON_TOLD).repeat(2));
    }

    @Test
    void talksGarbage() {
        assertThat(struck(TerminalFault.GARBAGE, "date\\r")).startsWith("date\\xff\\x00\\xc3\\e[\\x80\\x07\\r\\n2026");
    }

    @Test
    void talksTooMuch() {
        flipper.disturb(TerminalFault.OVERSIZED, 1);
        assertThat(type("date\\r")).hasSizeGreaterThan(65_536).endsWith("x\\r\\n" + NOON_TOLD);
    }

    @Test
    void putsItsLogInBetween() {
        assertThat(struck(TerminalFault.LOG_LINES, "date\\r"))
                .isEqualTo("date\\r\\n81942 [I][Bt] Battery level changed\\r\\n\\r\\n"
                        + "\\r\\n81942 [I][Bt] Battery level changed\\r\\n" + NOON_TOLD);
    }

    @Test
    void blurtsOutItsLogUnasked() {
        flipper.blurt(ascii("12 [I][Gui] hello\r\n"));
        assertThat(fetch()).isEqualTo("12 [I][Gui] hello\\r\\n");
    }

    @Test
    void sendsByteByByte() {
        var pieces = new ArrayList<byte[]>();
        flipper.connect(pieces::add);
        pieces.clear();
        flipper.disturb(TerminalFault.BYTE_BY_BYTE, Long.MAX_VALUE);
        flipper.receive(ascii("date\r"));
        assertThat(pieces).hasSize(4 + 2 + 21 + 5).allMatch(piece -> piece.length == 1);
        flipper.calm();
        pieces.clear();
        flipper.receive(ascii("\r"));
        assertThat(pieces).hasSize(1);
    }

    @Test
    void restartsInMidDialogue() {
        add("one");
        type("totp add two\\r");
        flipper.disturb(TerminalFault.RESTART, 1);
        assertThat(type("GEZD\\r")).startsWith("****\\r\\n\\e[38;2;255;130;0m").endsWith(PROMPT);
        assertThat(answer("totp ls")).contains("could not find command `totp`");
        assertThat(flipper.state().entries()).hasSize(1);
    }

    @Test
    void leavesTheWireInMidDialogue() {
        add("one");
        type("totp add two\\r");
        flipper.disturb(TerminalFault.POWER_LOSS, 1);
        assertThatThrownBy(() -> type("GEZD\\r")).isInstanceOf(PowerLost.class);
        assertThat(fetch()).isEqualTo("****");
        flipper.receive(ascii("date\r"));
        assertThat(fetch()).isEmpty();
        flipper.connect(seen::writeBytes);
        assertThat(fetch()).endsWith(PROMPT);
        assertThat(flipper.state().open()).isFalse();
        assertThat(flipper.state().entries()).hasSize(1);
    }

    @Test
    void strikesAsManyExchangesAsItIsToldTo() {
        flipper.disturb(TerminalFault.ANSWER_LOST, 2);
        assertThat(type("date\\rdate\\rdate\\r")).isEqualTo("datedatedate\\r\\n" + NOON_TOLD);
    }
}
