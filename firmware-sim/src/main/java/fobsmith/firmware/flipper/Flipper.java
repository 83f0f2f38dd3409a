package fobsmith.firmware.flipper;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.ClockedToken;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.parts.TokenClock;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.ReaderIdentity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A Flipper Zero with the Authenticator: entries on a card, a clock of its own, a display, and a console for whoever opens its
 * port. Thread-safe. It lives on a battery: display, buttons and clock work whether it is plugged in or not. Where power is
 * cut, what was under way throws {@link PowerLost} and the host is gone; the firmware starts again when a host comes or
 * somebody looks.
 */
public final class Flipper implements ClockedToken, Terminal {
    private final FlipperDescription description;
    private final InstantSource realTime;
    private final Board board;
    private final Console console;
    private boolean removed;

    private Flipper(FlipperDescription description, InstantSource realTime, Board board) {
        this.description = description;
        this.realTime = realTime;
        this.board = board;
        this.console = new Console(description.uid(), board);
    }

    /**
     * It takes the flash over: closed with the token, or here where it cannot be used. From flash that was in use before it
     * has its entries, settings and clock.
     *
     * @throws FlashException where the flash holds something else than a token's memory, or a damaged one
     * @throws RefusedException where it is another token's
     */
    public static Flipper of(FlipperDescription description, Flash flash, InstantSource realTime) {
        try {
            return new Flipper(description, realTime, Board.of(description, flash, realTime));
        } catch (RuntimeException e) {
            flash.close();
            throw e;
        }
    }

    @Override
    public String serial() {
        return description.uid();
    }

    /** What it calls itself. */
    public String name() {
        return description.name();
    }

    /** What it says it is on USB. Assumed: the release. */
    public ReaderIdentity usbIdentity() {
        return new ReaderIdentity(
                0x0483, 0x5740, 0x0100, "Flipper Devices Inc.", "Flipper " + name(), "flip_" + name());
    }

    @Override
    public synchronized void connect(Sink sink) {
        if (removed) {
            throw new PowerLost("token %s has been removed".formatted(serial()));
        }
        console.connect(sink);
    }

    @Override
    public synchronized void disconnect() {
        console.disconnect();
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        console.receive(bytes);
    }

    @Override
    public synchronized void restart() {
        console.restart();
    }

    /** Something goes wrong with the next so many exchanges over the wire, instead of what did before. */
    public synchronized void disturb(TerminalFault fault, long exchanges) {
        console.wire().disturb(fault, exchanges);
    }

    /** Nothing goes wrong over the wire any more. */
    public synchronized void calm() {
        console.wire().disturb(TerminalFault.SILENCE, 0);
    }

    /** The device tells the host something that it was not asked, at once. */
    public synchronized void blurt(byte[] bytes) {
        console.wire().send(bytes.clone());
    }

    /** The code of the selected entry; empty where there is none, the application is locked, or the battery dead. */
    @Override
    public synchronized Display display() {
        return inHand(firmware -> firmware.face().display());
    }

    /** The code of one entry; the first is number 0. */
    public synchronized Display display(int entry) {
        return inHand(firmware -> firmware.face().display(entry));
    }

    /** Somebody goes to an entry by the arrow keys. */
    public synchronized Display select(int entry) {
        return inHand(firmware -> {
            firmware.face().requireExists(entry);
            firmware.application().select(entry);
            return firmware.face().display();
        });
    }

    /** Somebody opens the application at the device; it asks for its PIN where it has one. */
    public synchronized void openApplication() {
        inHand(firmware -> {
            firmware.application().open();
            return true;
        });
    }

    /** Somebody closes it at the device. */
    public synchronized void closeApplication() {
        inHand(firmware -> {
            firmware.application().close();
            return true;
        });
    }

    /**
     * Somebody presses the right button, "Yes".
     *
     * @throws RefusedException where the device asks nothing
     */
    public synchronized void press() {
        answerExport(true);
    }

    /**
     * Somebody presses the left button, "No".
     *
     * @throws RefusedException where the device asks nothing
     */
    public synchronized void refuse() {
        answerExport(false);
    }

    private void answerExport(boolean agreed) {
        if (state().waitingFor() != WaitingFor.EXPORT) {
            throw new RefusedException("token %s does not wait for a button".formatted(serial()));
        }
        console.done(WaitingFor.EXPORT, agreed);
    }

    /**
     * Somebody enters the PIN at the device: A for up, B for down, C for right, D for left. Whether it was right; the caller
     * wipes it.
     */
    public synchronized boolean enterPin(byte[] keys) {
        if (!inHand(firmware -> firmware.application().unlock(keys))) {
            return false;
        }
        console.done(WaitingFor.PIN, true);
        return true;
    }

    /** Power will fail just before the flash operation after so many more. */
    public synchronized void cutPowerBefore(long moreOperations) {
        board.flash().cutPowerBefore(moreOperations);
    }

    /** Power will fail within the flash operation after so many more: some of its bits, as chance has it, are changed. */
    public synchronized void cutPowerWithin(long moreOperations, RandomGenerator chance) {
        board.flash().cutPowerWithin(moreOperations, chance);
    }

    /** Flash operations so far. */
    public synchronized long flashOperations() {
        return board.flash().operations();
    }

    /** Where it is plugged in is for others to say: {@link FlipperState#on}. */
    @Override
    public synchronized FlipperState state() {
        return inHand(firmware -> new FlipperState(
                serial(),
                FlipperDescription.MODEL,
                board.rtc().utc(),
                board.rtc().clock().errorMillis(realTime.instant()),
                board.rtc().clock().drift(),
                board.rtc().clock().faults(),
                name(),
                "",
                firmware.application().isOpen(),
                firmware.shell().waitingFor(),
                items(firmware.application().entries().all())));
    }

    private static List<FlipperState.Item> items(List<Entry> entries) {
        var items = new ArrayList<FlipperState.Item>();
        entries.forEach(entry -> items.add(
                new FlipperState.Item(items.size(), entry.name(), entry.kind().text())));
        return items;
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
        return console.powered(work);
    }

    /** Closes the flash: what is in no image is gone. */
    @Override
    public synchronized void close() {
        removed = true;
        console.wire().unplug();
        board.close();
    }

    @Override
    public String toString() {
        return "Flipper[%s]".formatted(serial());
    }
}
