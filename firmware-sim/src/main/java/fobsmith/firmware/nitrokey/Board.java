package fobsmith.firmware.nitrokey;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Flash, clock, and the firmware that runs on them while there is power. Where power fails, the firmware is gone with all it
 * had in RAM. An image that cannot be written is a loss of power too: the firmware must not go on with what is half done.
 * Guarded by its token.
 */
final class Board implements AutoCloseable {
    private final NitrokeyDescription description;
    private final Flash flash;
    private final InstantSource realTime;
    private final RandomGenerator random;
    private final RamClock clock;
    private final Mailbox mailbox = new Mailbox();
    private Memory memory;
    private boolean cutOff;
    private @Nullable Firmware firmware;

    /** @throws RefusedException where the flash is another token's */
    Board(NitrokeyDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.flash = flash;
        this.realTime = realTime;
        this.random = random;
        this.memory = claimed(description, flash);
        this.clock = new RamClock(description, realTime);
    }

    private static Memory claimed(NitrokeyDescription description, Flash flash) {
        var memory = Memory.open(flash);
        var owner = memory.serial();
        if (owner.isEmpty()) {
            configure(memory, description);
            // Comes last: it says that the rest is there.
            memory.keepSerial(description.serial());
        } else if (!owner.get().equals(description.serial())) {
            throw new RefusedException("the flash image is that of token %s, not of token %s"
                    .formatted(owner.get(), description.serial()));
        }
        return memory;
    }

    private static void configure(Memory memory, NitrokeyDescription description) {
        if (description.codesNeedUserPin()) {
            var configuration = memory.configuration();
            configuration[Firmware.USER_PIN_WANTED_AT] = 1;
            memory.keepConfiguration(configuration);
        }
    }

    Flash flash() {
        return flash;
    }

    RamClock clock() {
        return clock;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** What the flash holds, whether there is power or not. */
    Memory memory() {
        return orPowerLost(() -> {
            if (cutOff) {
                flash.powerOn();
                memory = Memory.open(flash);
                cutOff = false;
            }
            return memory;
        });
    }

    void powerOn() {
        powerOff();
        var found = memory();
        clock.powerOn();
        firmware = new Firmware(description, found, clock, random);
    }

    void powerOff() {
        if (firmware != null) {
            firmware.close();
        }
        firmware = null;
        mailbox.forget();
        clock.powerOff();
    }

    /** What arrives while the answer before is not ready is dropped. */
    void set(byte[] report) {
        var running = running();
        var now = realTime.instant();
        if (!mailbox.isWaiting(now)) {
            mailbox.put(orPowerLost(() -> running.answer(report)), now);
        }
    }

    byte[] get() {
        running();
        return mailbox.read(realTime.instant());
    }

    private Firmware running() {
        if (firmware == null) {
            throw new PowerLost("token %s has no power".formatted(description.serial()));
        }
        return firmware;
    }

    private <T> T orPowerLost(Supplier<T> work) {
        try {
            return work.get();
        } catch (PowerLost e) {
            cutOff();
            throw e;
        } catch (FlashException e) {
            cutOff();
            throw new PowerLost("token %s has no power: %s".formatted(description.serial(), e.getMessage()), e);
        }
    }

    private void cutOff() {
        cutOff = true;
        powerOff();
    }

    @Override
    public void close() {
        powerOff();
        flash.close();
    }
}
