package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** APDUs as ISO/IEC 7816-4 has them: lengths, parameters, chains. What ykman never sends. */
class ApdusTest extends YubiKeyRig {
    @ParameterizedTest
    @ValueSource(strings = {"00a10000", "00a1000000", "00a10000ff", "00a10000000000"})
    void answersWhateverLeIs(String list) {
        wire.add("a");
        assertThat(wire.send(list)).isEqualTo("7202" + "2161" + "9000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "00a100",
                "00a1000002ff",
                "00a1000001ff0000",
                "00a100000000",
                "00a100000000010000",
                "00a10000000002ff"
            })
    void refusesLengthsThatAreNone(String apdu) {
        assertThat(wire.send(apdu)).isEqualTo("6700");
    }

    @ParameterizedTest
    @CsvSource({
        "00010100,",
        "00020001,",
        "00030100,",
        "00040000,",
        "0004dead,9000",
        "00050001,",
        "00a10100,",
        "00a10001,",
        "00a20002,",
        "00a20100,",
        "00a30001,",
        "00a40002,",
        "00a50001,"
    })
    void looksAtParameters(String header, String answer) {
        var wanted = answer == null ? "6a86" : answer;
        assertThat(wire.send(header + "00")).isEqualTo(wanted);
        take(PLAIN.with(Quirk.WRONG_PARAMETERS_ARE_6B00, true));
        assertThat(wire.send(header + "00")).isEqualTo(wanted.replace("6a86", "6b00"));
    }

    @Test
    void takesExtendedCommands() {
        var data = Wire.put("extended", Wire.TOTP, "").substring(10);
        assertThat(wire.send("0001000000" + "%04x".formatted(data.length() / 2) + data))
                .isEqualTo("9000");
        assertThat(wire.send("0001000000" + "%04x".formatted(data.length() / 2) + data + "0000"))
                .isEqualTo("9000");
        assertThat(token.state().credentials()).hasSize(1);
    }

    @Test
    void putsPiecesOfACommandTogether() {
        var data = Wire.put("chained", Wire.TOTP, "").substring(10);
        assertThat(wire.send(Wire.order("10010000", data.substring(0, 20)))).isEqualTo("9000");
        assertThat(wire.send(Wire.order("10010000", data.substring(20, 40)))).isEqualTo("9000");
        assertThat(wire.send(Wire.order("00010000", data.substring(40)))).isEqualTo("9000");
        assertThat(token.state().credentials())
                .singleElement()
                .extracting(YubiKeyState.Account::id)
                .isEqualTo("chained");
    }

    @Test
    void forgetsPiecesOfAnotherCommandOrWithoutPower() {
        var data = Wire.put("chained", Wire.TOTP, "").substring(10);
        wire.send(Wire.order("10010000", data.substring(0, 20)));
        assertThat(wire.list()).isEqualTo("9000");
        assertThat(wire.send(Wire.order("00010000", data.substring(20)))).isEqualTo("6a80");
        wire.send(Wire.order("10010000", data.substring(0, 20)));
        wire = powered();
        assertThat(wire.send(Wire.order("00010000", data.substring(20)))).isEqualTo("6a80");
    }

    @Test
    void takesNoEndlessChain() {
        var piece = Wire.order("10010000", "00".repeat(255));
        for (int i = 0; i < 12; i++) {
            assertThat(wire.send(piece)).isEqualTo("9000");
        }
        assertThat(wire.send(piece)).isEqualTo("6700");
        assertThat(wire.add("after it")).isEqualTo("9000");
    }

    @Test
    void tellsHowMuchIsLeftUpTo255Bytes() {
        for (int i = 0; i < 14; i++) {
            wire.add("%042d".formatted(i));
        }
        var first = wire.list();
        assertThat(first).hasSize(2 * 257).endsWith("61ff");
        var second = wire.send("00a5000000");
        assertThat(second).hasSize(2 * 257).endsWith("6178");
        var third = wire.send("00a5000000");
        assertThat(third).hasSize(2 * 122).endsWith("9000");
        assertThat(wire.send("00a5000000")).isEqualTo("6985");
    }

    @Test
    void forgetsWhatWasLeftWithoutPowerOrWhereAnAppletIsSelected() {
        for (int i = 0; i < 7; i++) {
            wire.add("%042d".formatted(i));
        }
        assertThat(wire.list()).endsWith("613c");
        wire.select();
        assertThat(wire.send("00a5000000")).isEqualTo("6985");
        assertThat(wire.list()).endsWith("613c");
        wire = powered();
        assertThat(wire.send("00a5000000")).isEqualTo("6985");
    }

    @Test
    void answersGetResponseOnlyWhereItIsSwitchedOn() {
        assertThat(wire.send("00c0000000")).isEqualTo("6d00");
        take(PLAIN.with(Quirk.GET_RESPONSE_C0, true));
        for (int i = 0; i < 7; i++) {
            wire.add("%042d".formatted(i));
        }
        assertThat(wire.list()).endsWith("613c");
        assertThat(wire.send("00c0000000")).hasSize(2 * 62).endsWith("9000");
    }

    @Test
    void selectsNothingByAnythingButAWholeName() {
        token.powerOn();
        assertThat(wire.send("00a4040006a00000052721")).isEqualTo("6a82");
        assertThat(wire.send("00a4040009a000000527210101ff")).isEqualTo("6a82");
        assertThat(wire.send("00a4040000")).isEqualTo("6a82");
        assertThat(wire.list()).isEqualTo("6d00");
    }
}
