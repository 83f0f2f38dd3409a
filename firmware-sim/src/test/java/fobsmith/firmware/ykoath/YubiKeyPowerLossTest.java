package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PowerLost;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before and within every flash operation of every command that has any: credentials, counters and access key
 * are all as they were or all as they were to be, and the command can be given again.
 */
class YubiKeyPowerLossTest extends YubiKeyRig {
    private static final int CLEAN = 0;
    private static final int TEARS = 2;
    private static final String SET_CODE = "0003000033731121bc0287ad5d42b9ad13383a371268348774084f3aa2d5a44bc4287514"
            + "2503ab86b660f36916b59720cb4d2f66b9bc7b37";

    static Stream<String> commands() {
        return Stream.of(
                Wire.put("new", Wire.TOTP, "7802"),
                Wire.put("counted", Wire.TOTP, ""),
                Wire.order("00020000", Wire.name("first")),
                Wire.order("00050000", Wire.name("first") + Wire.name("renamed")),
                Wire.order("00a20001", Wire.name("counted") + "7400"),
                Wire.order("00a20001", Wire.name("rising") + "74080000000000000002"),
                SET_CODE,
                "0004dead00");
    }

    private void prepare() {
        take(PLAIN);
        wire.add("first");
        wire.add("counted", Wire.HOTP, "7a0400000005");
        wire.add("rising", Wire.TOTP, "7801");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isAsBeforeOrAsAfter(String command) {
        prepare();
        var before = content();
        prepare();
        long first = token.flashOperations();
        assertThat(wire.send(command)).endsWith("9000");
        long operations = token.flashOperations() - first;
        var after = content();
        assertThat(after).isNotEqualTo(before);
        int old = 0;
        for (long cut = 0; cut < operations; cut++) {
            for (int tear = CLEAN; tear <= TEARS; tear++) {
                var content = contentAfterCut(command, cut, tear);
                assertThat(content).isIn(before, after);
                old += content.equals(before) ? 1 : 0;
            }
        }
        assertThat(old).isPositive();
    }

    private String contentAfterCut(String command, long cut, int tear) {
        prepare();
        if (tear == CLEAN) {
            token.cutPowerBefore(cut);
        } else {
            token.cutPowerWithin(cut, new SplittableRandom(cut * TEARS + tear));
        }
        assertThatThrownBy(() -> wire.send(command)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(wire::list).isInstanceOf(PowerLost.class);
        wire = powered();
        return content();
    }

    /** What there is to see, but the salt, which is random. Looking moves counters. */
    private String content() {
        var state = token.state();
        return "%s %s counter %s, challenges %s %s"
                .formatted(
                        state.credentials(),
                        state.accessKeySet(),
                        wire.calculate("counted", ""),
                        wire.calculate("rising", "0000000000000002"),
                        wire.calculate("rising", "0000000000000003"));
    }

    @Test
    void changesItsSaltWithEveryResetHoweverOftenPowerFails() {
        prepare();
        var salt = wire.select();
        for (int cut = 0; cut < 3; cut++) {
            token.cutPowerBefore(cut);
            assertThatThrownBy(() -> wire.send("0004dead00")).isInstanceOf(PowerLost.class);
            token.callOffPowerCut();
            wire = powered();
        }
        assertThat(wire.send("0004dead00")).isEqualTo("9000");
        assertThat(wire.select()).matches("79030504037108[0-9a-f]{16}9000").isNotEqualTo(salt);
        assertThat(token.state().credentials()).isEmpty();
    }
}
