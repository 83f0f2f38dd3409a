package fobsmith.firmware.token2;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.usb.PowerLost;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Flash, clock, and the firmware that runs on them. Where power fails, the firmware that ran is gone with all it had in RAM;
 * another is started as soon as anybody wants something of it. An image that cannot be written is a loss of power too: the
 * firmware must not go on with what is half done. Guarded by its token.
 */
final class Board implements AutoCloseable {
    private final Molto2Description description;
    private final Flash flash;
    private final InstantSource realTime;
    private final RandomGenerator random;
    private final Rtc rtc;
    private Firmware firmware;
    private boolean crashed;
    private boolean answering;
    private boolean offTheCable;

    Board(Molto2Description description, Flash flash, Memory memory, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.flash = flash;
        this.realTime = realTime;
        this.random = random;
        this.rtc = new Rtc(
                description.serial(),
                description.drift(),
                description.assumptions().hold(Assumption.CLOCK_PER_PROFILE),
                memory,
                realTime);
        this.firmware = new Firmware(description, memory, rtc, realTime, random);
    }

    Flash flash() {
        return flash;
    }

    Rtc rtc() {
        return rtc;
    }

    void powerOn() {
        if (offTheCable) {
            throw new PowerLost("token %s is off the cable".formatted(description.serial()));
        }
        run(running -> {
            running.reset();
            return true;
        });
        answering = true;
    }

    void powerOff() {
        firmware.reset();
        answering = false;
    }

    /** Leaves the cable until it is plugged in again. */
    void dropLink() {
        powerOff();
        offTheCable = true;
    }

    void busReset() {
        offTheCable = false;
    }

    byte[] exchange(byte[] command) {
        if (!answering) {
            throw new PowerLost("token %s has no power".formatted(description.serial()));
        }
        return run(running -> running.answer(command));
    }

    <T> T run(Function<Firmware, T> work) {
        try {
            startAgainAfterCrash();
            return work.apply(firmware);
        } catch (PowerLost e) {
            crash();
            throw e;
        } catch (FlashException e) {
            crash();
            throw new PowerLost("token %s has no power: %s".formatted(description.serial(), e.getMessage()), e);
        }
    }

    private void crash() {
        crashed = true;
        answering = false;
    }

    private void startAgainAfterCrash() {
        if (crashed) {
            firmware.close();
            flash.powerOn();
            var memory = Memory.open(flash);
            rtc.restart(memory);
            firmware = new Firmware(description, memory, rtc, realTime, random);
            crashed = false;
        }
    }

    @Override
    public void close() {
        answering = false;
        firmware.close();
        flash.close();
    }
}
