package fobsmith.firmware.nitrokey;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.usb.FeatureReports;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.ReaderIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Nitrokey Pro 2 or Librem Key: slots for TOTP and HOTP behind two PINs, no display, no battery. Thread-safe. It lives
 * between {@link #powerOn} and {@link #powerOff}, which is while it is plugged in; its clock counts from 1970 then, until a host
 * sets it. Where power is cut in mid-command, that command throws {@link PowerLost}, as do all others until {@link #powerOn}.
 * What a command does is done when its report arrives; only the answer waits as {@link #pace} says.
 */
public final class NitrokeyPro implements Token, FeatureReports {
    private final NitrokeyDescription description;
    private final InstantSource realTime;
    private final Board board;
    private boolean removed;

    private NitrokeyPro(NitrokeyDescription description, InstantSource realTime, Board board) {
        this.description = description;
        this.realTime = realTime;
        this.board = board;
    }

    /**
     * A token without power. It takes the flash over: closed with the token, or here where it cannot be used. Fresh flash is
     * that of a token from the factory, with the PINs 123456 and 12345678; from flash that was in use before it has its slots,
     * PINs and configuration.
     *
     * @param random what GET_RANDOM gives
     * @throws FlashException where the flash holds something else than a token's memory, or a damaged one
     * @throws RefusedException where it is another token's
     */
    public static NitrokeyPro of(
            NitrokeyDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        try {
            return new NitrokeyPro(description, realTime, new Board(description, flash, realTime, random));
        } catch (RuntimeException e) {
            flash.close();
            throw e;
        }
    }

    @Override
    public String serial() {
        return description.serial();
    }

    /** What it says of itself over USB. */
    public ReaderIdentity identity() {
        return description.identity();
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
    public synchronized void set(byte[] report) {
        board.set(report);
    }

    @Override
    public synchronized byte[] get() {
        return board.get();
    }

    /** From now on answers are ready so soon, or so late. */
    public synchronized void pace(Pace pace) {
        board.mailbox().pace(pace);
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

    /** Where it is plugged in is for others to say: {@link NitrokeyState#on}. */
    @Override
    public synchronized NitrokeyState state() {
        requireThere();
        var memory = board.memory();
        var clock = board.clock();
        return new NitrokeyState(
                serial(),
                description.model().title(),
                clock.shown(),
                Duration.between(realTime.instant(), clock.shown()).toMillis(),
                clock.crystal().drift(),
                clock.crystal().faults(),
                "",
                Pin.user(memory).triesLeft(),
                Pin.admin(memory).triesLeft(),
                slots(memory));
    }

    private static List<NitrokeyState.Slot> slots(Memory memory) {
        var programmed = new ArrayList<NitrokeyState.Slot>();
        SlotNumbers.all()
                .forEach(number -> memory.slot(number).ifPresent(slot -> {
                    try (slot) {
                        programmed.add(new NitrokeyState.Slot(number, slot.nameAsText()));
                    }
                }));
        return programmed;
    }

    /** Always blank: it has none. */
    @Override
    public synchronized Display display() {
        requireThere();
        return new Display(serial(), "", 0);
    }

    /**
     * Sets the counter in RAM, as a host can without any PIN, but leaves no stamp in the flash.
     *
     * @throws RefusedException where it has no power, and so no clock
     */
    @Override
    public synchronized void setTime(Instant time) {
        poweredClock().set(time);
    }

    /** @throws RefusedException where it has no power, and so no clock */
    @Override
    public synchronized void shift(Duration by) {
        var clock = poweredClock();
        clock.set(clock.shown().plus(by));
    }

    private RamClock poweredClock() {
        requireThere();
        if (!board.clock().isPowered()) {
            throw new RefusedException(
                    "token %s is not plugged in, and without power it has no clock".formatted(serial()));
        }
        return board.clock();
    }

    /** Of the processor's crystal; with or without power. */
    @Override
    public synchronized void setDrift(Drift drift) {
        requireThere();
        board.clock().crystal().adopt(drift, realTime.instant());
    }

    /** @throws RefusedException for all faults but the stopped clock: it has neither battery nor display nor clock chip */
    @Override
    public synchronized void fault(Fault fault) {
        requireThere();
        if (fault != Fault.STOPPED_CLOCK) {
            throw new RefusedException("token %s has nothing that could have the fault %s".formatted(serial(), fault));
        }
        board.clock().crystal().fault(fault, realTime.instant());
    }

    @Override
    public synchronized void mend(Fault fault) {
        requireThere();
        board.clock().crystal().mend(fault, realTime.instant());
    }

    private void requireThere() {
        if (removed) {
            throw new RefusedException("token %s has been removed".formatted(serial()));
        }
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public synchronized void close() {
        removed = true;
        board.close();
    }

    @Override
    public String toString() {
        return "NitrokeyPro[%s]".formatted(serial());
    }
}
