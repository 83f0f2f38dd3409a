package fobsmith.firmware.flash;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Values by key in a flash. After a loss of power, at whatever moment, each operation has happened as if power had not failed,
 * or not at all; which of both shows when the store is opened again. Entries are appended to one page; when it is full, those
 * that count are copied to the other, which comes into use with the last word written to it. Values that no longer count are
 * overwritten. Keys are 0 to 255, values 1 to 255 bytes. One thread at a time.
 */
public final class FlashStore {
    private final Flash flash;
    private @Nullable Entry[] newest = new Entry[Entry.LARGEST + 1];
    private Page page;
    private Entry free;

    private FlashStore(Flash flash, Page page) {
        this.flash = flash;
        this.page = page;
        this.free = scan();
    }

    /**
     * Finishes what a loss of power has left unfinished, and reads on.
     *
     * @throws FlashException where the flash holds something else than a store, or a damaged one
     */
    public static FlashStore open(Flash flash) {
        var page = pageInUse(flash);
        page.other().makeErased();
        return new FlashStore(flash, page);
    }

    private static Page pageInUse(Flash flash) {
        var first = new Page(flash, 0);
        var second = first.other();
        if (first.isInUse() && second.isInUse()) {
            return first.sequence() > second.sequence() ? first : second;
        }
        if (second.isInUse()) {
            return second;
        }
        if (!first.isInUse()) {
            format(first);
        }
        return first;
    }

    private static void format(Page first) {
        if (!first.hasNoEntries() || !first.other().hasNoEntries()) {
            throw new FlashException(first.flash().name() + " holds something else than a token's memory");
        }
        first.makeErased();
        first.use(1);
    }

    private Entry scan() {
        var entry = new Entry(flash, page.firstEntry());
        while (entry.at() < page.end() && !entry.isErased()) {
            entry.requireFits(page.end());
            if (entry.isCommitted()) {
                supersede(entry);
            } else {
                entry.wipe();
            }
            entry = entry.next();
        }
        return entry;
    }

    private void supersede(Entry entry) {
        var old = newest[entry.key()];
        newest[entry.key()] = entry;
        if (old != null) {
            old.wipe();
        }
    }

    /** A copy of the value; the caller wipes it. */
    public Optional<byte[]> get(int key) {
        return current(key).map(Entry::value);
    }

    private Optional<Entry> current(int key) {
        return Optional.ofNullable(newest[key]).filter(entry -> !entry.isRemoval());
    }

    /** The caller wipes the value. */
    public void put(int key, byte[] value) {
        if (value.length == 0 || value.length > Entry.LARGEST) {
            throw new IllegalArgumentException(
                    "a value of %d bytes is not between 1 and %d".formatted(value.length, Entry.LARGEST));
        }
        append(key, value);
    }

    public void remove(int key) {
        if (current(key).isPresent()) {
            append(key, new byte[0]);
        }
    }

    private void append(int key, byte[] value) {
        int words = Entry.words(value.length);
        if (free.at() + words > page.end()) {
            retain(_ -> true);
        }
        if (free.at() + words > page.end()) {
            throw new FlashException("the flash is full");
        }
        var entry = Entry.write(flash, free.at(), key, value);
        free = entry.next();
        supersede(entry);
    }

    /** Removes all others, in one operation. */
    public void retain(IntPredicate keys) {
        var target = page.other();
        var end = new Entry(flash, target.firstEntry());
        var copies = new Entry[newest.length];
        for (int key = 0; key < newest.length; key++) {
            var kept = current(key).filter(entry -> keys.test(entry.key()));
            if (kept.isPresent()) {
                var copy = copy(kept.get(), end);
                copies[key] = copy;
                end = copy.next();
            }
        }
        target.use(page.sequence() + 1);
        flash.erase(page.number());
        newest = copies;
        page = target;
        free = end;
    }

    private Entry copy(Entry entry, Entry target) {
        var value = entry.value();
        try {
            return Entry.write(flash, target.at(), entry.key(), value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }
}
