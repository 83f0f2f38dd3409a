package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands whose P1, or fixed P2, is not the published one. */
class WrongParametersTest {
    private static final String WRONG = "6a86";

    private final HandTurnedClock realTime = new HandTurnedClock(Content.NOON);
    private final Molto2 token = Molto2.of(Content.TOKEN, Flash.inMemory(), realTime, new SplittableRandom(1));
    private final Host host = new Host(token);

    @BeforeEach
    void provision() {
        token.powerOn();
        host.authenticate();
        host.config(0, Content.NOON.getEpochSecond());
        host.seed(0, "12345678901234567890");
    }

    @AfterEach
    void remove() {
        token.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8041010000",
                "8041000100",
                "804101000170",
                "804b000000",
                "804b080100",
                "80ce01001000000000000000000000000000000000",
                "80ce00011000000000000000000000000000000000",
                "80e6010000",
                "8056010000",
                "8056000100",
            })
    void areRefusedWithoutAuthentication(String apdu) {
        assertThat(host.send(apdu)).isEqualTo(WRONG);
        assertThat(token.state().waitingFor()).isEqualTo(WaitingFor.NOTHING);
        assertThat(token.state().triesLeft()).isEqualTo(10);
        assertThat(token.press(0).blank()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"c5,0", "c5,2", "d5,1", "d4,0", "d4,2"})
    void areRefusedThoughTheMacIsRight(String instruction, int p1) {
        assertThat(host.encrypted(Integer.parseInt(instruction, 16), p1, 1, Padding.add(new byte[] {1, 2, 3})))
                .isEqualTo(WRONG);
        assertThat(host.utc()).isEqualTo(Content.NOON.getEpochSecond());
        assertThat(token.state().profiles()).hasSize(1);
    }

    @Test
    void areRefusedInAnOrderForANewCustomerKey() {
        assertThat(host.encrypted(0xD7, 1, 0, Padding.add(new byte[17]))).isEqualTo(WRONG);
        assertThat(host.encrypted(0xD7, 0, 1, Padding.add(new byte[17]))).isEqualTo(WRONG);
        assertThat(token.state().waitingFor()).isEqualTo(WaitingFor.NOTHING);
    }
}
