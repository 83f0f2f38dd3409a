package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.ReaderIdentity;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token that leaves the cable with a factory reset, as its reader shows it. */
class DroppedLinkTest {
    private static final String POWER_ON = "62000000000001000000";
    private static final String POWER_OFF = "63000000000002000000";
    private static final String FACTORY_RESET = "6f0500000000030000008056000000";

    private final Molto2 token = Molto2.of(
            Content.TOKEN.withAssumptions(Molto2Assumptions.USUAL.with(Assumption.FACTORY_RESET_DROPS_LINK, true)),
            Flash.inMemory(),
            new HandTurnedClock(Content.NOON),
            new SplittableRandom(1));
    private final CcidReader reader =
            new CcidReader(new ReaderIdentity(0x349e, 0x0300, 0x0100, "", "", ""), ExchangeLevel.SHORT_APDU, token);

    @AfterEach
    void remove() {
        token.close();
    }

    private String send(String message) {
        reader.out(CcidReader.BULK_OUT, HexFormat.of().parseHex(message));
        return HexFormat.of().formatHex(reader.in(CcidReader.BULK_IN, 1024).orElseThrow());
    }

    private void resetToFactory() {
        send(POWER_ON);
        assertThat(send(FACTORY_RESET)).endsWith("9060");
        assertThat(token.pressUpArrow()).isEqualTo(WaitingFor.FACTORY_RESET);
    }

    @Test
    void doesNotAnswerAHostThatGoesOn() {
        resetToFactory();
        assertThatThrownBy(() -> send(FACTORY_RESET)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> send(POWER_ON)).isInstanceOf(PowerLost.class);
    }

    @Test
    void doesNotAnswerAHostThatGivesItPowerAgain() {
        resetToFactory();
        send(POWER_OFF);
        assertThatThrownBy(() -> send(POWER_ON))
                .isInstanceOf(PowerLost.class)
                .hasMessage("token 86590300000001 is off the cable");
    }

    @Test
    void answersOnceItIsPluggedInAgain() {
        resetToFactory();
        assertThatThrownBy(() -> send(POWER_ON)).isInstanceOf(PowerLost.class);
        reader.reset();
        send(POWER_ON);
        assertThat(send(FACTORY_RESET)).endsWith("9060");
    }
}
