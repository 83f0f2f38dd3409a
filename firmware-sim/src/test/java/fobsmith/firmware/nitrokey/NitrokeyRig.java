package fobsmith.firmware.nitrokey;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;

/** One simulated token from the factory, plugged in at noon. */
abstract class NitrokeyRig {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static final NitrokeyDescription PLAIN = NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL);

    static final int OK = 0;
    static final int WRONG_SLOT = 2;
    static final int NOT_PROGRAMMED = 3;
    static final int WRONG_PASSWORD = 4;
    static final int NOT_AUTHORIZED = 5;
    static final int TIMESTAMP_WARNING = 6;
    static final int NO_NAME = 7;

    final HandTurnedClock realTime = new HandTurnedClock(NOON);

    NitrokeyPro token = token(PLAIN, Flash.inMemory());

    Host host = plugged();

    NitrokeyPro token(NitrokeyDescription description, Flash flash) {
        return NitrokeyPro.of(description, flash, realTime, new SplittableRandom(1));
    }

    Host plugged() {
        token.powerOn();
        return new Host(token);
    }

    @AfterEach
    void remove() {
        token.close();
    }
}
