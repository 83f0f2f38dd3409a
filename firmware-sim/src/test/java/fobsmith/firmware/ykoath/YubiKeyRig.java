package fobsmith.firmware.ykoath;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** One simulated YubiKey with power, its OATH applet selected. */
abstract class YubiKeyRig {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final YubiKeyDescription PLAIN = YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL);

    @TempDir
    Path folder;

    YubiKey token = token(PLAIN, Flash.inMemory());
    Wire wire = powered();

    static YubiKey token(YubiKeyDescription description, Flash flash) {
        return YubiKey.of(description, flash, new HandTurnedClock(NOON), new SplittableRandom(1));
    }

    final Wire powered() {
        token.powerOn();
        var powered = new Wire(token);
        powered.select();
        return powered;
    }

    /** Another token in the place of the one there was. */
    void take(YubiKeyDescription description) {
        take(token(description, Flash.inMemory()));
    }

    void take(YubiKey other) {
        token.close();
        token = other;
        wire = powered();
    }

    @AfterEach
    void remove() {
        token.close();
    }
}
