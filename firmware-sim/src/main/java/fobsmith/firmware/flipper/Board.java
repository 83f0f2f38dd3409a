package fobsmith.firmware.flipper;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.ClockSetting;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Card, clock, and the firmware that runs on them. Where power fails, the firmware that ran is gone with all it had in RAM;
 * another is started as soon as anybody wants something of it. Guarded by its token.
 */
final class Board implements AutoCloseable {
    private final FlipperDescription description;
    private final Flash flash;
    private final Rtc rtc;
    private Memory memory;
    private Firmware firmware;
    private boolean crashed;

    private Board(FlipperDescription description, Flash flash, Memory memory, InstantSource realTime) {
        this.description = description;
        this.flash = flash;
        this.memory = memory;
        this.rtc = new Rtc(description, memory, realTime);
        this.firmware = new Firmware(description, memory, rtc);
    }

    /** @throws RefusedException where the flash is another token's */
    static Board of(FlipperDescription description, Flash flash, InstantSource realTime) {
        var memory = Memory.open(flash);
        prepare(memory, description, realTime.instant());
        return new Board(description, flash, memory, realTime);
    }

    private static void prepare(Memory memory, FlipperDescription description, Instant now) {
        var owner = memory.serial().orElse(description.uid());
        if (!owner.equals(description.uid())) {
            throw new RefusedException(
                    "the flash image is that of token %s, not of token %s".formatted(owner, description.uid()));
        }
        if (memory.crystal().isEmpty()) {
            memory.keepSerial(owner);
            // Comes last: it says that the rest is there.
            memory.keepCrystal(ClockSetting.ofProduction(description.drift(), now));
        }
    }

    Flash flash() {
        return flash;
    }

    Rtc rtc() {
        return rtc;
    }

    /** @throws PowerLost where power fails meanwhile */
    <T> T run(Function<Firmware, T> work) {
        try {
            startAgainAfterCrash();
            return work.apply(firmware);
        } catch (PowerLost e) {
            crashed = true;
            throw e;
        } catch (FlashException e) {
            crashed = true;
            throw new PowerLost("token %s has no power: %s".formatted(description.uid(), e.getMessage()), e);
        }
    }

    private void startAgainAfterCrash() {
        if (crashed) {
            flash.powerOn();
            memory = Memory.open(flash);
            rtc.restart(memory);
            restart();
            crashed = false;
        }
    }

    /** Begins again, with nothing in RAM. */
    void restart() {
        firmware = new Firmware(description, memory, rtc);
    }

    @Override
    public void close() {
        flash.close();
    }
}
