package fobsmith.firmware.token2;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A Token2 Molto2: many profiles behind one customer key, a clock of its own, one display. Thread-safe. It lives on a battery:
 * display, buttons and clock work whether it is plugged in or not; its card answers between {@link #powerOn} and {@link
 * #powerOff}. Where power is cut in mid-command, that command throws {@link PowerLost}, as do all others until {@link
 * #powerOn}; the firmware starts again then, or when somebody presses a button or looks.
 */
public final class Molto2 implements Token, SmartCard {
    /** Assumed: T=1 and the historical bytes "Molto2". */
    private static final byte[] ATR = {0x3B, (byte) 0x86, (byte) 0x80, 0x01, 'M', 'o', 'l', 't', 'o', '2', 0x1D};

    private final Molto2Description description;
    private final Flash flash;
    private final InstantSource realTime;
    private final RandomGenerator random;
    private final Rtc rtc;
    private Firmware firmware;
    private Screen screen = Screen.DARK;
    private boolean answering;
    private boolean crashed;
    private boolean removed;

    private Molto2(
            Molto2Description description, Flash flash, Memory memory, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.flash = flash;
        this.realTime = realTime;
        this.random = random;
        this.rtc = new Rtc(description, memory, realTime);
        this.firmware = new Firmware(description, memory, rtc, realTime, random);
    }

    /**
     * A token with the factory's customer key, without power on its card. It takes the flash over: closed with the token, or
     * here where it cannot be used. From flash that was in use before it has its profiles, customer key and clock.
     *
     * @param random draws the challenges
     * @throws FlashException where the flash holds something else than a token's memory
     * @throws RefusedException where it is another token's
     */
    public static Molto2 of(
            Molto2Description description, Flash flash, InstantSource realTime, RandomGenerator random) {
        return made(description, CustomerKey.factory(), flash, realTime, random);
    }

    /** The same, but fresh flash gets a customer key of somebody's own, of any length; the caller wipes it. */
    public static Molto2 of(
            Molto2Description description,
            byte[] customerKey,
            Flash flash,
            InstantSource realTime,
            RandomGenerator random) {
        return made(description, CustomerKey.sm4Key(customerKey), flash, realTime, random);
    }

    private static Molto2 made(
            Molto2Description description, byte[] sm4Key, Flash flash, InstantSource realTime, RandomGenerator random) {
        try {
            var memory = Factory.prepare(flash, description, sm4Key, realTime.instant());
            return new Molto2(description, flash, memory, realTime, random);
        } catch (FlashException | RefusedException | PowerLost e) {
            flash.close();
            throw e;
        } finally {
            Arrays.fill(sm4Key, (byte) 0);
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
        whilePowered(() -> {
            firmware.reset();
            answering = true;
            return true;
        });
    }

    @Override
    public synchronized void powerOff() {
        firmware.reset();
        answering = false;
    }

    @Override
    public synchronized byte[] exchange(byte[] command) {
        if (!answering) {
            throw new PowerLost("token %s has no power".formatted(serial()));
        }
        return whilePowered(() -> firmware.answer(command));
    }

    private <T> T whilePowered(Supplier<T> work) {
        try {
            startAgainAfterCrash();
            return work.get();
        } catch (PowerLost e) {
            crashed = true;
            answering = false;
            screen = Screen.DARK;
            throw e;
        }
    }

    private void startAgainAfterCrash() {
        if (crashed) {
            flash.powerOn();
            var memory = Memory.open(flash);
            rtc.restart(memory);
            firmware = new Firmware(description, memory, rtc, realTime, random);
            crashed = false;
        }
    }

    /** Power will fail just before the flash operation (a word programmed or a page erased) after so many more. */
    public synchronized void cutPowerBefore(long moreOperations) {
        flash.cutPowerBefore(moreOperations);
    }

    /** Power will fail within the flash operation after so many more: some of its bits, as chance has it, are changed. */
    public synchronized void cutPowerWithin(long moreOperations, RandomGenerator chance) {
        flash.cutPowerWithin(moreOperations, chance);
    }

    /** Power will not fail after all. */
    public synchronized void callOffPowerCut() {
        flash.callOffPowerCut();
    }

    /** Flash operations so far. */
    public synchronized long flashOperations() {
        return flash.operations();
    }

    /** What the display shows now, of whichever profile; empty where it is dark. */
    @Override
    public synchronized Display display() {
        return inHand(() -> looked(screen.profile()));
    }

    /** What the display shows now of this profile: nothing where it is dark or shows another. The first is number 0. */
    public synchronized Display display(int profile) {
        return inHand(() -> looked(existing(profile)));
    }

    /** Somebody presses the button of a profile: the display shows it for as long as it was configured to. */
    public synchronized Display press(int profile) {
        return inHand(() -> {
            try (var pressed = firmware.profiles().profile(existing(profile))) {
                screen = new Screen(
                        profile, realTime.instant().plus(pressed.configuration().lit()));
            }
            return looked(profile);
        });
    }

    private Display looked(int number) {
        if (!screen.shows(number, realTime.instant()) || rtc.clock().has(Fault.DEAD_BATTERY)) {
            return Code.dark(serial());
        }
        try (var profile = firmware.profiles().profile(number)) {
            return Code.shown(serial(), profile, rtc.shown(number), rtc.clock());
        }
    }

    private int existing(int profile) {
        if (profile < 0 || profile >= description.profiles()) {
            throw new RefusedException("token %s has no profile %d".formatted(serial(), profile));
        }
        return profile;
    }

    /**
     * Somebody presses the up arrow, which confirms what the token waits for.
     *
     * @throws RefusedException where it waits for nothing
     */
    public synchronized WaitingFor pressUpArrow() {
        return inHand(() -> {
            var confirmed = firmware.confirm();
            if (confirmed == WaitingFor.NOTHING) {
                throw new RefusedException("token %s does not wait for its up arrow".formatted(serial()));
            }
            boolean drops = description.assumptions().hold(Assumption.FACTORY_RESET_DROPS_LINK);
            answering &= confirmed != WaitingFor.FACTORY_RESET || !drops;
            return confirmed;
        });
    }

    /** Not plugged in: who knows better says so with {@link Molto2State#on}. */
    @Override
    public synchronized Molto2State state() {
        return inHand(() -> {
            var clock = rtc.clock();
            return new Molto2State(
                    serial(),
                    Molto2State.MODEL,
                    rtc.shown(),
                    clock.errorMillis(realTime.instant()),
                    clock.drift(),
                    clock.faults(),
                    "",
                    firmware.gate().triesLeft(),
                    firmware.waitingFor(),
                    IntStream.range(0, description.profiles())
                            .mapToObj(firmware.profiles()::described)
                            .filter(profile ->
                                    profile.carriesSeed() || !profile.title().isEmpty())
                            .toList());
        });
    }

    @Override
    public synchronized void setTime(Instant time) {
        disturb(now -> rtc.clock().set(time, now));
        rtc.clock().forgetReset();
    }

    @Override
    public synchronized void shift(Duration by) {
        disturb(now -> rtc.clock().set(rtc.clock().shown(now).plus(by), now));
    }

    @Override
    public synchronized void setDrift(Drift drift) {
        disturb(now -> rtc.clock().adopt(drift, now));
    }

    @Override
    public synchronized void fault(Fault fault) {
        disturb(now -> rtc.clock().fault(fault, now));
    }

    @Override
    public synchronized void mend(Fault fault) {
        disturb(now -> rtc.clock().mend(fault, now));
    }

    private void disturb(Consumer<Instant> work) {
        inHand(() -> {
            work.accept(realTime.instant());
            rtc.keepCrystal();
            return true;
        });
    }

    private <T> T inHand(Supplier<T> work) {
        if (removed) {
            throw new RefusedException("token %s has been removed".formatted(serial()));
        }
        return whilePowered(work);
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public synchronized void close() {
        firmware.close();
        flash.close();
        answering = false;
        removed = true;
    }

    @Override
    public String toString() {
        return "Molto2[%s]".formatted(serial());
    }
}
