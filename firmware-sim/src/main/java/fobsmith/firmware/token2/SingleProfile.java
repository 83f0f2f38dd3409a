package fobsmith.firmware.token2;

import fobsmith.firmware.flash.Chip;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.ClockedToken;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.Hotp;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.TokenClock;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A single-profile token of Token2: a card or key fob with a clock, a display and a button, written to over NFC. Thread-safe.
 * It lives on a battery: display, button and clock work whether a reader holds it or not; its card answers between
 * {@link #powerOn} and {@link #powerOff}. Where power is cut in mid-command, that command throws {@link PowerLost}, as do all
 * others until {@link #powerOn}.
 */
public final class SingleProfile implements ClockedToken, SmartCard {
    /** PC/SC part 3 section 3.1.3.2.3.1, without historical bytes; assumed. */
    private static final byte[] ATR = {0x3B, (byte) 0x80, (byte) 0x80, 0x01, 0x01};

    private final SingleProfileDescription description;
    private final InstantSource realTime;
    private final Rtc rtc;
    private final Chip<SingleFirmware> chip;
    private Instant litUntil = Instant.MIN;
    private boolean removed;

    private SingleProfile(
            SingleProfileDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.realTime = realTime;
        var prepared = Factory.prepare(
                flash, description.serial(), description.drift(), CustomerKey.factory(), realTime.instant());
        this.rtc = new Rtc(description.serial(), description.drift(), false, prepared, realTime);
        this.chip = new Chip<>(description.serial(), flash, it -> start(it, random), SingleFirmware::reset);
    }

    private SingleFirmware start(Flash flash, RandomGenerator random) {
        var memory = Memory.open(flash);
        rtc.restart(memory);
        return new SingleFirmware(description, memory, rtc, random);
    }

    /**
     * A token without seed, out of any reader. It takes the flash over: closed with the token, or here where it cannot be
     * used. From flash that was in use before it has its seed, configuration and clock.
     *
     * @param random draws the challenges
     * @throws FlashException where the flash holds something else than a token's memory, or a damaged one
     * @throws RefusedException where it is another token's
     */
    public static SingleProfile of(
            SingleProfileDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        try {
            return new SingleProfile(description, flash, realTime, random);
        } catch (RuntimeException e) {
            flash.close();
            throw e;
        }
    }

    @Override
    public String serial() {
        return description.serial();
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public synchronized void powerOn() {
        if (removed) {
            throw new PowerLost("token %s has been removed".formatted(serial()));
        }
        chip.powerOn();
    }

    @Override
    public synchronized void powerOff() {
        chip.powerOff();
    }

    @Override
    public synchronized byte[] exchange(byte[] command) {
        return chip.card(firmware -> firmware.answer(command));
    }

    /** Power will fail just before the flash operation (a word programmed or a page erased) after so many more. */
    public synchronized void cutPowerBefore(long moreOperations) {
        chip.flash().cutPowerBefore(moreOperations);
    }

    /** Power will not fail after all. */
    public synchronized void callOffPowerCut() {
        chip.flash().callOffPowerCut();
    }

    /** Flash operations so far. */
    public synchronized long flashOperations() {
        return chip.flash().operations();
    }

    /** Somebody presses the button: the display shows the code for as long as was configured. */
    public synchronized Display press() {
        return inHand(firmware -> {
            try (var profile = firmware.profile()) {
                litUntil = realTime.instant().plus(profile.configuration().lit());
            }
            return shown(firmware);
        });
    }

    /** What the display shows now; empty where it is dark. */
    @Override
    public synchronized Display display() {
        return inHand(this::shown);
    }

    private Display shown(SingleFirmware firmware) {
        try (var profile = firmware.profile()) {
            boolean lit = realTime.instant().isBefore(litUntil) && !rtc.clock().has(Fault.DEAD_BATTERY);
            return lit && profile.carriesSeed() && profile.configuration().canShowCodes()
                    ? code(profile)
                    : new Display(serial(), "", 0);
        }
    }

    private Display code(StoredProfile profile) {
        var configuration = profile.configuration();
        int step = configuration.stepSeconds();
        long seconds = rtc.shown().getEpochSecond();
        var code =
                Hotp.value(profile.seed(), configuration.hash(), configuration.digits(), Math.floorDiv(seconds, step));
        return new Display(serial(), rtc.clock().asRead(code), step - Math.floorMod(seconds, step));
    }

    @Override
    public synchronized SingleProfileState state() {
        return inHand(firmware -> {
            try (var profile = firmware.profile()) {
                return new SingleProfileState(
                        serial(),
                        description.model(),
                        rtc.shown(),
                        rtc.clock().errorMillis(realTime.instant()),
                        rtc.clock().drift(),
                        rtc.clock().faults(),
                        "",
                        profile.carriesSeed(),
                        firmware.gate().isLocked());
            }
        });
    }

    @Override
    public synchronized void disturb(BiConsumer<TokenClock, Instant> work) {
        inHand(_ -> {
            work.accept(rtc.clock(), realTime.instant());
            rtc.keepCrystal();
            return true;
        });
    }

    private <T> T inHand(Function<SingleFirmware, T> work) {
        if (removed) {
            throw new RefusedException("token %s has been removed".formatted(serial()));
        }
        return chip.run(work);
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public synchronized void close() {
        removed = true;
        chip.close();
    }

    @Override
    public String toString() {
        return "SingleProfile[%s]".formatted(serial());
    }
}
