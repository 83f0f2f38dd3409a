package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token makes of challenges and digits is a switch of its own, whatever model it is. */
class ChallengeQuirksTest extends YubiKeyRig {
    private static final String ONE_BYTE = "01";
    private static final String NINE_BYTES = "000000000000000001";

    private void have(Model model, Quirk quirk, boolean has) {
        take(YubiKeyDescription.of(model, "00000001".substring(model == Model.YUBIKEY ? 7 : 0))
                .with(quirk, has));
        assertThat(wire.add("a")).isEqualTo("9000");
    }

    @ParameterizedTest
    @CsvSource({"YUBIKEY,true", "CANOKEY,true", "YUBIKEY,false", "CANOKEY,false"})
    void refusesAChallengeWithoutAByte(Model model, boolean refused) {
        have(model, Quirk.EMPTY_CHALLENGE_REFUSED, refused);
        assertThat(wire.calculate("a", "")).matches(refused ? "6a80" : "7605.*9000");
        assertThat(wire.send(Wire.order("00a40001", Wire.tlv("74", ""))))
                .matches(refused ? "6a80" : "7101617605.*9000");
    }

    @ParameterizedTest
    @CsvSource({"YUBIKEY,true", "CANOKEY,true", "YUBIKEY,false", "CANOKEY,false"})
    void fillsAChallengeUpInFront(Model model, boolean filled) {
        have(model, Quirk.CHALLENGE_FILLED_IN_FRONT, filled);
        var whole = wire.calculate("a", Wire.STEP_1);
        assertThat(wire.calculate("a", ONE_BYTE).equals(whole)).isEqualTo(filled);
        assertThat(wire.calculate("a", NINE_BYTES)).matches(filled ? "6a80" : "7605.*9000");
    }

    @ParameterizedTest
    @CsvSource({"YUBIKEY,true", "CANOKEY,true", "YUBIKEY,false", "CANOKEY,false"})
    void takesFourDigits(Model model, boolean taken) {
        have(model, Quirk.FOUR_DIGITS_SUFFICE, taken);
        assertThat(add("b", 3)).isEqualTo("6a80");
        assertThat(add("b", 4)).isEqualTo(taken ? "9000" : "6a80");
        assertThat(add("c", 5)).isEqualTo(taken ? "9000" : "6a80");
        assertThat(add("d", 6)).isEqualTo("9000");
        assertThat(add("e", 9)).isEqualTo("6a80");
    }

    private String add(String name, int digits) {
        var key = Wire.tlv("73", "%s%02x%s".formatted(Wire.TOTP, digits, Wire.KEY));
        return wire.send(Wire.order("00010000", Wire.name(name) + key));
    }

    @Test
    void areAllACanoKeys() {
        assertThat(Model.CANOKEY.quirks())
                .contains(Quirk.EMPTY_CHALLENGE_REFUSED, Quirk.CHALLENGE_FILLED_IN_FRONT, Quirk.FOUR_DIGITS_SUFFICE);
    }
}
