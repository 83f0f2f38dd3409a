package fobsmith.firmware.ykoath;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Flash, and the firmware that runs on it. Where power fails, or the image cannot be written, the firmware that ran is gone
 * with all it had in RAM; another is started as soon as anybody wants something of it. Guarded by its token.
 */
final class Chip {
    private final YubiKeyDescription description;
    private final Flash flash;
    private final RandomGenerator random;
    private final Finger finger;
    private Firmware firmware;
    private boolean crashed;
    private boolean answering;

    Chip(YubiKeyDescription description, Flash flash, RandomGenerator random, Finger finger) {
        this.description = description;
        this.flash = flash;
        this.random = random;
        this.finger = finger;
        this.firmware = started();
    }

    /** Makes fresh flash that of the token; leaves alone what was in use before. */
    private Firmware started() {
        var memory = Memory.open(flash);
        var owner = memory.serial();
        if (owner.isEmpty()) {
            memory.keepSerial(description.serial());
        } else if (!owner.get().equals(description.serial())) {
            throw new RefusedException("the flash image is that of token %s, not of token %s"
                    .formatted(owner.get(), description.serial()));
        }
        return new Firmware(description, memory, random, finger);
    }

    Flash flash() {
        return flash;
    }

    void powerOn() {
        finger.leave();
        run(running -> {
            running.reset();
            return true;
        });
        answering = true;
    }

    void powerOff() {
        finger.leave();
        firmware.reset();
        answering = false;
    }

    byte[] exchange(byte[] command) {
        if (!answering) {
            throw new PowerLost("token %s has no power".formatted(description.serial()));
        }
        return run(running -> running.answer(command));
    }

    <T> T run(Function<Firmware, T> work) {
        try {
            if (crashed) {
                flash.powerOn();
                firmware = started();
                crashed = false;
            }
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

    void close() {
        powerOff();
        flash.close();
    }
}
