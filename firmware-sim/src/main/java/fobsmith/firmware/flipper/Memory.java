package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.flash.FlashStore;
import fobsmith.firmware.parts.ClockSetting;
import fobsmith.firmware.usb.PowerLost;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a Flipper keeps on its card, under which key. An entry lies in a slot, under one key what it is and under the next its
 * seed; which slots count, and in which order, is one value, so that a change is there with that value or not at all.
 */
final class Memory {
    /** As many as there are keys for; one stays free for what replaces another. */
    static final int SLOTS = 119;

    /** Bytes a seed may have. */
    static final int LONGEST_SEED = 255;

    private static final int ORDER = 250;
    private static final int SETTINGS = 251;
    private static final int PIN = 252;
    private static final int CRYSTAL = 253;
    private static final int SERIAL = 254;

    private final FlashStore store;

    private Memory(FlashStore store) {
        this.store = store;
    }

    /** Wipes what a loss of power has left behind. */
    static Memory open(Flash flash) {
        var memory = new Memory(FlashStore.open(flash));
        memory.sweep();
        return memory;
    }

    private void sweep() {
        var used = order();
        for (byte slot = 0; slot < SLOTS; slot++) {
            if (indexOf(slot, used) < 0) {
                clear(slot);
            }
        }
    }

    private void clear(int slot) {
        store.remove(entryKey(slot));
        store.remove(seedKey(slot));
    }

    private static int entryKey(int slot) {
        return 2 * slot;
    }

    private static int seedKey(int slot) {
        return 2 * slot + 1;
    }

    /** The slots that count, in order. */
    byte[] order() {
        return store.get(ORDER)
                .map(bytes -> Arrays.copyOfRange(bytes, 1, bytes.length))
                .orElseGet(() -> new byte[0]);
    }

    /** A slot that no entry has. */
    int freeSlot() {
        var used = order();
        byte slot = 0;
        while (indexOf(slot, used) >= 0) {
            slot++;
        }
        return slot;
    }

    private static int indexOf(byte slot, byte[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] == slot) {
                return i;
            }
        }
        return -1;
    }

    /** This is the order from now on; entries not in it are gone. */
    void keepOrder(byte[] slots) {
        var before = order();
        // An empty value would be none: the number of slots comes first.
        store.put(
                ORDER,
                ByteBuffer.allocate(1 + slots.length)
                        .put((byte) slots.length)
                        .put(slots)
                        .array());
        for (byte slot : before) {
            if (indexOf(slot, slots) < 0) {
                clear(slot);
            }
        }
    }

    Entry entry(int slot) {
        return store.get(entryKey(slot)).map(Entry::decode).orElseThrow();
    }

    /** A copy; the caller wipes it. */
    byte[] seed(int slot) {
        return store.get(seedKey(slot)).orElseThrow();
    }

    /** Fills a slot that does not count yet. */
    void fill(int slot, Entry entry, byte[] seed) {
        store.put(entryKey(slot), entry.encode());
        store.put(seedKey(slot), seed);
    }

    Settings settings() {
        return store.get(SETTINGS).map(Settings::decode).orElse(Settings.USUAL);
    }

    void keep(Settings settings) {
        store.put(SETTINGS, settings.encode());
    }

    /** A copy of the PIN; the caller wipes it. Empty where there is none. */
    Optional<byte[]> pin() {
        return store.get(PIN);
    }

    void keepPin(byte[] pin) {
        store.put(PIN, pin);
    }

    void removePin() {
        store.remove(PIN);
    }

    /** Since when the crystal has run undisturbed; empty in fresh flash. */
    Optional<ClockSetting> crystal() {
        return store.get(CRYSTAL)
                .map(ByteBuffer::wrap)
                .map(bytes -> new ClockSetting(
                        Instant.ofEpochMilli(bytes.getLong()),
                        Instant.ofEpochMilli(bytes.getLong()),
                        Instant.ofEpochMilli(bytes.getLong())));
    }

    void keepCrystal(ClockSetting setting) {
        store.put(
                CRYSTAL,
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(setting.produced().toEpochMilli())
                        .putLong(setting.setAt().toEpochMilli())
                        .putLong(setting.shown().toEpochMilli())
                        .array());
    }

    Optional<String> serial() {
        return store.get(SERIAL).map(bytes -> new String(bytes, US_ASCII));
    }

    void keepSerial(String serial) {
        store.put(SERIAL, serial.getBytes(US_ASCII));
    }

    /** Entries, settings and PIN are gone at once; clock and serial stay. */
    void reset() {
        store.retain(key -> key == SERIAL || key == CRYSTAL);
    }

    /**
     * Whether there was room for it; what was to change is as it was where not.
     *
     * @throws PowerLost where it is not room that is missing, but power
     */
    boolean hasKept(Runnable change) {
        try {
            change.run();
            return true;
        } catch (FlashException e) {
            // Flash that could not write its image has no power left to read by.
            store.get(ORDER);
            return false;
        }
    }
}
