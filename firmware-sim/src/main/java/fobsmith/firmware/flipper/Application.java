package fobsmith.firmware.flipper;

import java.security.MessageDigest;
import java.util.Arrays;

/** The Authenticator: open or not, locked by its PIN or not, one of its entries on the display. */
final class Application {
    private final Memory memory;
    private final Rtc rtc;
    private final Entries entries;
    private boolean open;
    private boolean unlocked;
    private int selected;

    Application(Memory memory, Rtc rtc, int capacity) {
        this.memory = memory;
        this.rtc = rtc;
        this.entries = new Entries(memory, capacity);
    }

    Memory memory() {
        return memory;
    }

    Rtc rtc() {
        return rtc;
    }

    Entries entries() {
        return entries;
    }

    boolean isOpen() {
        return open;
    }

    /** Asks for its PIN where it has one. */
    void open() {
        open = true;
        unlocked = false;
        selected = 0;
    }

    void close() {
        open = false;
    }

    boolean isLocked() {
        return !unlocked && memory.pin().isPresent();
    }

    /** Whether that is the PIN. */
    boolean unlock(byte[] pin) {
        var right = memory.pin().orElseGet(() -> new byte[0]);
        unlocked = MessageDigest.isEqual(right, pin);
        Arrays.fill(right, (byte) 0);
        return unlocked;
    }

    /** Whoever changed the PIN need not enter it. */
    void stayUnlocked() {
        unlocked = true;
    }

    /** The first entry is number 0; there may be none. */
    int selected() {
        return Math.clamp(selected, 0, Math.max(0, entries.size() - 1));
    }

    void select(int index) {
        selected = index;
    }
}
