package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a Molto2 keeps without power. */
class Molto2ImageTest extends Molto2Rig {
    @Test
    void anImageKeepsEverythingButAuthenticationAndLight() {
        var file = folder.resolve("token.flash");
        token.close();
        token = token(PLAIN.withDrift(Drift.constant(50)), Flash.open(file));
        host = plugged();
        host.authenticate();
        host.config(5, UTC - 3600);
        host.seed(5, SEED);
        host.title(5, "demo");
        host.customerKey(Host.sm4Key("another"));
        token.pressUpArrow();
        realTime.turn(Duration.ofSeconds(10_000));
        var shown = token.press(5);
        var before = token.state();
        token.close();
        realTime.turn(Duration.ofSeconds(10_000));
        token = token(PLAIN.withDrift(Drift.constant(50)), Flash.open(file));
        host = plugged();
        host.use(Host.sm4Key("another"));
        assertThat(token.state().profiles()).isEqualTo(before.profiles());
        assertThat(token.state().errorMillis()).isEqualTo(before.errorMillis() + 500);
        assertThat(host.seed(5, SEED)).isEqualTo("6983");
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(token.display(5).blank()).isTrue();
        host.time(5, UTC - 3600 + 10_000);
        assertThat(token.press(5).display()).isEqualTo(shown.display());
    }

    @Test
    void aClockThatWasDisturbedStaysSoInTheImage() {
        var file = folder.resolve("token.flash");
        token.close();
        token = token(PLAIN, Flash.open(file));
        token.shift(Duration.ofSeconds(77));
        token.close();
        token = token(PLAIN, Flash.open(file));
        assertThat(token.state().errorMillis()).isEqualTo(77_000);
    }

    @Test
    void refusesTheImageOfAnotherToken() {
        var file = folder.resolve("token.flash");
        token(PLAIN, Flash.open(file)).close();
        assertThatThrownBy(() -> token(Molto2Description.of("86590300000002"), Flash.open(file)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the flash image is that of token 86590300000001, not of token 86590300000002");
        token(PLAIN, Flash.open(file)).close();
    }

    @Test
    void aCustomerKeyOfItsOwnIsThatOfFreshFlashOnly() {
        var file = folder.resolve("token.flash");
        for (var key : new String[] {"mine", "ignored"}) {
            token.close();
            token = Molto2.of(
                    PLAIN,
                    key.getBytes(StandardCharsets.US_ASCII),
                    Flash.open(file),
                    realTime,
                    new SplittableRandom(1));
            host = plugged();
            host.use(Host.sm4Key("mine"));
            assertThat(host.authenticate()).isEqualTo("9000");
        }
    }
}
