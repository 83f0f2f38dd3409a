package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a token holds, and what older firmware cannot do: the vendor's tables, by version. */
class LimitsTest extends YubiKeyRig {
    @ParameterizedTest
    @CsvSource({"5,4,3,32", "5,6,9,32", "5,7,0,64"})
    void holdsSoManyCredentials(int major, int minor, int patch, int credentials) {
        take(PLAIN.withVersion(new Version(major, minor, patch)));
        fill(credentials);
        assertThat(wire.add("one more")).isEqualTo("6a84");
        assertThat(wire.add("number 7", Wire.HOTP, "")).isEqualTo("9000");
        assertThat(wire.send(Wire.order("00020000", Wire.name("number 3")))).isEqualTo("9000");
        assertThat(wire.add("one more")).isEqualTo("9000");
        assertThat(token.state().credentials())
                .hasSize(credentials)
                .element(3)
                .extracting(YubiKeyState.Account::id)
                .isEqualTo("one more");
    }

    private void fill(int credentials) {
        for (int i = 0; i < credentials; i++) {
            assertThat(wire.add("number " + i)).isEqualTo("9000");
        }
    }

    @Test
    void holdsAHundredInACanoKey() {
        take(YubiKeyDescription.of(Model.CANOKEY, "00000001"));
        fill(100);
        assertThat(wire.add("one more")).isEqualTo("6a84");
    }

    @Test
    void countsBytesOfNamesNotLetters() {
        assertThat(wire.add("é".repeat(32))).isEqualTo("9000");
        assertThat(wire.add("é".repeat(32) + "e")).isEqualTo("6a80");
        var renamed = Wire.name("é".repeat(32)) + Wire.name("x".repeat(65));
        assertThat(wire.send(Wire.order("00050000", renamed))).isEqualTo("6a80");
    }

    @Test
    void keepsTheLargestCredentialWhole() {
        var key = "ab".repeat(64);
        var name = "n".repeat(64);
        assertThat(wire.send(Wire.order("00010000", Wire.name(name) + Wire.tlv("73", "2308" + key))))
                .isEqualTo("9000");
        assertThat(wire.list()).isEqualTo("724123" + "6e".repeat(64) + "9000");
    }

    @ParameterizedTest
    @CsvSource({"5,3,1,6984", "5,3,0,6d00", "4,9,9,6d00"})
    void renamesFrom531On(int major, int minor, int patch, String answer) {
        take(PLAIN.withVersion(new Version(major, minor, patch)));
        assertThat(wire.send(Wire.order("00050000", Wire.name("a") + Wire.name("b"))))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"4,3,1,9000", "4,3,0,6a80"})
    void knowsSha512From431On(int major, int minor, int patch, String answer) {
        take(PLAIN.withVersion(new Version(major, minor, patch)));
        assertThat(wire.add("a", "23", "")).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"4,2,6,9000", "4,2,5,6a80"})
    void waitsForTouchFrom426On(int major, int minor, int patch, String answer) {
        take(PLAIN.withVersion(new Version(major, minor, patch)));
        assertThat(wire.add("a", Wire.TOTP, "7802")).isEqualTo(answer);
    }
}
