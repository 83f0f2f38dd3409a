package fobsmith.firmware.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.firmware.flash.Chip;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.ReaderLayout;
import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.usbip.ListedIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A YubiKey, or another token with the YKOATH applet: credentials that compute codes from a challenge of the host's. It has
 * neither clock nor display nor battery. Thread-safe; a command that waits for a touch does not keep others from looking at
 * the token, touching it or pulling it out. Its card answers between {@link #powerOn} and {@link #powerOff}. Where power is
 * cut in mid-command, that command throws {@link PowerLost}, as do all others until {@link #powerOn}.
 */
public final class YubiKey implements Token, SmartCard {
    private final YubiKeyDescription description;
    private final InstantSource realTime;
    /** One command at a time, also while it waits for a touch. */
    private final ReentrantLock exchanges = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Finger finger;
    private final Chip<Firmware> chip;
    private boolean removed;

    private YubiKey(YubiKeyDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.realTime = realTime;
        this.finger = new Finger(description, lock.newCondition());
        this.chip = new Chip<>(
                description.serial(), flash, it -> Firmware.start(description, it, random, finger), Firmware::reset);
    }

    /**
     * A token without power. It takes the flash over: closed with the token, or here where it cannot be used. From flash that
     * was in use before it has its credentials and access key.
     *
     * @param realTime is the host's; the token itself knows no time
     * @param random draws salt and challenges
     * @throws FlashException where the flash holds something else than a token's memory, or a damaged one
     * @throws RefusedException where it is another token's
     */
    public static YubiKey of(
            YubiKeyDescription description, Flash flash, InstantSource realTime, RandomGenerator random) {
        try {
            return new YubiKey(description, flash, realTime, random);
        } catch (RuntimeException e) {
            flash.close();
            throw e;
        }
    }

    @Override
    public String serial() {
        return description.serial();
    }

    /** What its USB reader says of itself. */
    public ReaderIdentity readerIdentity() {
        return description.model().identity(serial());
    }

    /** Where its USB device has that reader. */
    public ReaderLayout readerLayout() {
        return description.model().readerLayout();
    }

    /** How USB/IP lists it. */
    public ListedIds listedIds() {
        return description.has(Quirk.USBIP_IDS_SWAPPED) ? ListedIds.SWAPPED : ListedIds.TRUE;
    }

    @Override
    public byte[] atr() {
        return description.model().atr();
    }

    @Override
    public void powerOn() {
        // What still waits for a touch has to be gone before the next session begins, which it would end by its own
        // end.
        locked(finger::leave);
        exchanges.lock();
        try {
            locked(this::start);
        } finally {
            exchanges.unlock();
        }
    }

    private void start() {
        if (removed) {
            throw new PowerLost("token %s has been removed".formatted(serial()));
        }
        chip.powerOn();
    }

    @Override
    public void powerOff() {
        locked(() -> {
            finger.leave();
            chip.powerOff();
        });
    }

    @Override
    public byte[] exchange(byte[] command) {
        exchanges.lock();
        try {
            return locked(() -> chip.card(firmware -> firmware.answer(command)));
        } finally {
            exchanges.unlock();
        }
    }

    /**
     * Somebody touches the token.
     *
     * @throws RefusedException where no command waits for that
     */
    public void press() {
        inHand(_ -> {
            finger.press();
            return true;
        });
    }

    /** From now on it is touched so. */
    public void touched(Touch when) {
        inHand(_ -> {
            finger.comes(when);
            return true;
        });
    }

    /** Power will fail just before the flash operation (a word programmed or a page erased) after so many more. */
    public void cutPowerBefore(long moreOperations) {
        locked(() -> chip.flash().cutPowerBefore(moreOperations));
    }

    /** Power will fail within the flash operation after so many more: some of its bits, as chance has it, are changed. */
    public void cutPowerWithin(long moreOperations, RandomGenerator chance) {
        locked(() -> chip.flash().cutPowerWithin(moreOperations, chance));
    }

    /** Power will not fail after all. */
    public void callOffPowerCut() {
        locked(() -> chip.flash().callOffPowerCut());
    }

    /** Flash operations so far. */
    public long flashOperations() {
        return locked(() -> chip.flash().operations());
    }

    /** Where it is plugged in is for others to say: {@link YubiKeyState#on}. */
    @Override
    public YubiKeyState state() {
        return inHand(firmware -> new YubiKeyState(
                serial(),
                description.model().fullName(),
                realTime.instant(),
                0,
                Drift.NONE,
                List.of(),
                description.version().toString(),
                "",
                firmware.oath().lock().isSet(),
                finger.isAwaited(),
                accounts(firmware.oath().credentials())));
    }

    private static List<YubiKeyState.Account> accounts(Credentials credentials) {
        var accounts = new ArrayList<YubiKeyState.Account>();
        credentials.forEach(place -> accounts.add(credentials.at(
                place,
                one -> new YubiKeyState.Account(
                        new String(one.id(), UTF_8),
                        one.isHotp() ? "HOTP" : "TOTP",
                        one.hash().name(),
                        one.digits(),
                        one.has(Credential.TOUCH)))));
        return accounts;
    }

    /** Always blank: it has none. */
    @Override
    public Display display() {
        return inHand(_ -> new Display(serial(), "", 0));
    }

    /** @throws RefusedException always */
    @Override
    public void setTime(Instant time) {
        refuse("has no clock to be set");
    }

    /** @throws RefusedException always */
    @Override
    public void shift(Duration by) {
        refuse("has no clock to be shifted");
    }

    /** @throws RefusedException always */
    @Override
    public void setDrift(Drift drift) {
        refuse("has no clock that could drift");
    }

    /** @throws RefusedException always: the faults there are befall clocks, displays and batteries */
    @Override
    public void fault(Fault fault) {
        refuse("has neither clock nor display nor battery, and so no fault " + fault);
    }

    /** @throws RefusedException always */
    @Override
    public void mend(Fault fault) {
        refuse("has neither clock nor display nor battery, and so no fault " + fault);
    }

    private void refuse(String why) {
        inHand(_ -> {
            throw new RefusedException("token %s %s".formatted(serial(), why));
        });
    }

    private <T> T inHand(Function<Firmware, T> work) {
        return locked(() -> {
            if (removed) {
                throw new RefusedException("token %s has been removed".formatted(serial()));
            }
            return chip.run(work);
        });
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public void close() {
        locked(() -> {
            removed = true;
            finger.leave();
            chip.close();
        });
    }

    @Override
    public String toString() {
        return "YubiKey[%s]".formatted(serial());
    }
}
