package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Molto2 takes and what it refuses. */
class Molto2Test extends Molto2Rig {
    @Test
    void keepsSeedsFromOneTo63Bytes() {
        host.authenticate();
        assertThat(host.seed(0, "x")).isEqualTo("9000");
        assertThat(host.seed(0, "x".repeat(63))).isEqualTo("9000");
        assertThat(host.seed(0, "x".repeat(64))).isEqualTo("6a80");
        assertThat(host.seed(1, "")).isEqualTo("6a80");
        assertThat(token.state().profiles()).containsExactly(new Molto2State.Profile(0, "", true));
    }

    @Test
    void keepsTitlesOfUpTo12Bytes() {
        host.authenticate();
        assertThat(host.title(7, "abcdefghijkl")).isEqualTo("9000");
        assertThat(host.title(7, "abcdefghijklm")).isEqualTo("6a80");
        assertThat(host.title(7, "abcdefghijklmnop")).isEqualTo("6a80");
        assertThat(token.state().profiles()).containsExactly(new Molto2State.Profile(7, "abcdefghijkl", false));
        assertThat(host.title(7, "")).isEqualTo("9000");
        assertThat(token.state().profiles()).isEmpty();
    }

    @Test
    void aTokenOfTheFirstVersionHasFiftyProfiles() {
        token.close();
        token = token(PLAIN.withProfiles(50), Flash.inMemory());
        host = plugged();
        assertThat(host.block(49)).endsWith("9000");
        assertThat(host.block(50)).isEqualTo("6a83");
        assertThatThrownBy(() -> token.press(50)).hasMessage("token 86590300000001 has no profile 50");
        assertThatThrownBy(() -> token.display(-1)).hasMessage("token 86590300000001 has no profile -1");
    }

    @ParameterizedTest
    @CsvSource({
        "84d40100020102,6700",
        "8041000000ff,6700",
        "80410000000101,6700",
        "804100000100,6a80",
        "804b040000,6a86",
        "80ce00000401020304,6700",
        "80c5010000,6d00",
        "84410000,6d00",
        "844b080000,6d00",
        "8056,6700",
        "'',6700",
    })
    void refusesWhatIsNoCommand(String apdu, String word) {
        assertThat(host.send("804b080000")).endsWith("9000");
        assertThat(host.send(apdu)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "81141f01010f046592008086090a01010b01060d01",
        "81141f01010f046592008086090a01010b01060d011e00",
        "81141f01010f046592008086090a01010b01060e011e",
        "81141f01010f046592008086090a01010c01060d011e",
        "81151f01010f046592008086090a01010b01060d011e",
        "81061f0465920080",
        "''",
    })
    void refusesAConfigurationOfOtherTags(String body) {
        provision(0);
        realTime.turn(Duration.ofSeconds(5));
        assertThat(host.order(0xD4, 1, 0, HexFormat.of().parseHex(body))).isEqualTo("6a80");
        assertThat(host.utc()).isEqualTo(UTC + 5);
        assertThat(token.press(0).blank()).isFalse();
    }

    @Test
    void refusesEverythingOnceRemoved() {
        token.close();
        assertThatThrownBy(token::display)
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 86590300000001 has been removed");
        assertThatThrownBy(token::state).hasMessageContaining("removed");
        assertThatThrownBy(host::info).isInstanceOf(PowerLost.class);
        assertThatThrownBy(token::powerOn).isInstanceOf(PowerLost.class);
        assertThat(token).hasToString("Molto2[86590300000001]");
    }

    @Test
    void refusesDescriptionsNoMolto2Has() {
        assertThatThrownBy(() -> Molto2Description.of("8659"))
                .hasMessage("serial \"8659\" is not 14 letters and digits");
        assertThatThrownBy(() -> PLAIN.withProfiles(51)).hasMessage("profiles 51 is neither 50 nor 100");
    }
}
