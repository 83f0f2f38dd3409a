package fobsmith.firmware.flash;

import fobsmith.firmware.usb.PowerLost;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Flash, and the firmware of a token's card that runs on it. Where power fails, or the image cannot be written, the firmware
 * that ran is gone with all it had in RAM; another is started as soon as anybody wants something of it. One thread at a time.
 *
 * @param <F> the firmware
 */
public final class Chip<F> {
    private final String serial;
    private final Flash flash;
    private final Function<Flash, F> start;
    private final Consumer<F> reset;
    private F firmware;
    private boolean crashed;
    private boolean answering;

    /**
     * A chip whose card has no power yet.
     *
     * @param serial of the token, for messages
     * @param start makes a firmware of what is in the flash
     * @param reset lets a firmware forget what a card forgets without power
     */
    public Chip(String serial, Flash flash, Function<Flash, F> start, Consumer<F> reset) {
        this.serial = serial;
        this.flash = flash;
        this.start = start;
        this.reset = reset;
        this.firmware = start.apply(flash);
    }

    public Flash flash() {
        return flash;
    }

    /** The card gets power, or is reset. */
    public void powerOn() {
        run(running -> {
            reset.accept(running);
            return true;
        });
        answering = true;
    }

    public void powerOff() {
        reset.accept(firmware);
        answering = false;
    }

    /** Something of the card: {@link PowerLost} where it has no power, or loses it meanwhile. */
    public <T> T card(Function<F, T> work) {
        if (!answering) {
            throw new PowerLost("token %s has no power".formatted(serial));
        }
        return run(work);
    }

    /** Something of the token, whether its card has power or not. */
    public <T> T run(Function<F, T> work) {
        try {
            if (crashed) {
                flash.powerOn();
                firmware = start.apply(flash);
                crashed = false;
            }
            return work.apply(firmware);
        } catch (PowerLost e) {
            crash();
            throw e;
        } catch (FlashException e) {
            crash();
            throw new PowerLost("token %s has no power: %s".formatted(serial, e.getMessage()), e);
        }
    }

    private void crash() {
        crashed = true;
        answering = false;
    }

    /** Closes the flash: what is in no image is gone. */
    public void close() {
        powerOff();
        flash.close();
    }
}
