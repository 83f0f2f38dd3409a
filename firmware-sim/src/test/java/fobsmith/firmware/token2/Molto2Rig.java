package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** One simulated Molto2 with power, at noon. */
abstract class Molto2Rig {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static final long UTC = NOON.getEpochSecond();

    static final Molto2Description PLAIN = Molto2Description.of(Molto2Description.FIRST_SERIAL);

    static final String SEED = "12345678901234567890";

    @TempDir
    Path folder;

    final HandTurnedClock realTime = new HandTurnedClock(NOON);

    Molto2 token = token(PLAIN, Flash.inMemory());

    Host host = plugged();

    Molto2 token(Molto2Description description, Flash flash) {
        return Molto2.of(description, flash, realTime, new SplittableRandom(1));
    }

    Host plugged() {
        token.powerOn();
        return new Host(token);
    }

    void provision(int profile) {
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(host.config(profile, realTime.instant().getEpochSecond())).isEqualTo("9000");
        assertThat(host.seed(profile, SEED)).isEqualTo("9000");
    }

    @AfterEach
    void remove() {
        token.close();
    }
}
