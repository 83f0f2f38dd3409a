package fobsmith.firmware.token2;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.ClockedToken;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.TokenClock;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A Token2 Molto2: many profiles behind one customer key, a clock of its own, one display. Thread-safe. It lives on a battery:
 * display, buttons and clock work whether it is plugged in or not; its card answers between {@link #powerOn} and {@link
 * #powerOff}. Where power is cut in mid-command, that command throws {@link PowerLost}, as do all others until {@link
 * #powerOn}; the firmware starts again then, or when somebody presses a button or looks.
 */
public final class Molto2 implements ClockedToken, SmartCard {
    /** Assumed: T=1 and the historical bytes "Molto2". */
    private static final byte[] ATR = {0x3B, (byte) 0x86, 0x01, 'M', 'o', 'l', 't', 'o', '2', (byte) 0xE0};

    private final Molto2Description description;
    private final InstantSource realTime;
    private final Board board;
    private boolean removed;

    private Molto2(Molto2Description description, InstantSource realTime, Board board) {
        this.description = description;
        this.realTime = realTime;
        this.board = board;
    }

    /**
     * A token with the factory's customer key, without power on its card. It takes the flash over: closed with the token, or
     * here where it cannot be used. From flash that was in use before it has its profiles, customer key and clock.
     *
     * @param random draws the challenges
     * @throws FlashException where the flash holds something else than a token's memory, or a damaged one
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
            var memory = Factory.prepare(flash, description.serial(), description.drift(), sm4Key, realTime.instant());
            return new Molto2(description, realTime, new Board(description, flash, memory, realTime, random));
        } catch (RuntimeException e) {
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
        board.powerOn();
    }

    @Override
    public synchronized void powerOff() {
        board.powerOff();
    }

    @Override
    public synchronized void busReset() {
        board.busReset();
    }

    @Override
    public synchronized byte[] exchange(byte[] command) {
        return board.exchange(command);
    }

    /** Power will fail just before the flash operation (a word programmed or a page erased) after so many more. */
    public synchronized void cutPowerBefore(long moreOperations) {
        board.flash().cutPowerBefore(moreOperations);
    }

    /** Power will fail within the flash operation after so many more: some of its bits, as chance has it, are changed. */
    public synchronized void cutPowerWithin(long moreOperations, RandomGenerator chance) {
        board.flash().cutPowerWithin(moreOperations, chance);
    }

    /** Power will not fail after all. */
    public synchronized void callOffPowerCut() {
        board.flash().callOffPowerCut();
    }

    /** Flash operations so far. */
    public synchronized long flashOperations() {
        return board.flash().operations();
    }

    /** What the display shows now, of whichever profile; empty where it is dark. */
    @Override
    public synchronized Display display() {
        return inHand(firmware -> firmware.face().display());
    }

    /** What the display shows now of this profile: nothing where it is dark or shows another. The first is number 0. */
    public synchronized Display display(int profile) {
        return inHand(firmware -> firmware.face().display(profile));
    }

    /** Somebody presses the button of a profile: the display shows it for as long as it was configured to. */
    public synchronized Display press(int profile) {
        return inHand(firmware -> firmware.face().press(profile));
    }

    /**
     * Somebody presses the up arrow, which confirms what the token waits for.
     *
     * @throws RefusedException where it waits for nothing
     */
    public synchronized WaitingFor pressUpArrow() {
        var confirmed = inHand(Firmware::confirm);
        if (confirmed == WaitingFor.NOTHING) {
            throw new RefusedException("token %s does not wait for its up arrow".formatted(serial()));
        }
        if (confirmed == WaitingFor.FACTORY_RESET
                && description.assumptions().hold(Assumption.FACTORY_RESET_DROPS_LINK)) {
            board.dropLink();
        }
        return confirmed;
    }

    /** Where it is plugged in is for others to say: {@link Molto2State#on}. */
    @Override
    public synchronized Molto2State state() {
        return inHand(firmware -> new Molto2State(
                serial(),
                Molto2State.MODEL,
                board.rtc().shown(),
                board.rtc().clock().errorMillis(realTime.instant()),
                board.rtc().clock().drift(),
                board.rtc().clock().faults(),
                "",
                firmware.gate().triesLeft(),
                firmware.waitingFor(),
                firmware.profiles().used()));
    }

    @Override
    public synchronized void disturb(BiConsumer<TokenClock, Instant> work) {
        inHand(_ -> {
            work.accept(board.rtc().clock(), realTime.instant());
            board.rtc().keepCrystal();
            return true;
        });
    }

    private <T> T inHand(Function<Firmware, T> work) {
        if (removed) {
            throw new RefusedException("token %s has been removed".formatted(serial()));
        }
        return board.run(work);
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public synchronized void close() {
        removed = true;
        board.close();
    }

    @Override
    public String toString() {
        return "Molto2[%s]".formatted(serial());
    }
}
