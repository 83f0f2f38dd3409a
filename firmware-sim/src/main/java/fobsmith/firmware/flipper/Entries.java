package fobsmith.firmware.flipper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The application's list; the first entry has the index 0. Every change is whole or not made, also when power fails. */
final class Entries {
    private final Memory memory;
    private final int capacity;

    Entries(Memory memory, int capacity) {
        this.memory = memory;
        this.capacity = capacity;
    }

    int size() {
        return memory.order().length;
    }

    Entry get(int index) {
        return memory.entry(memory.order()[index]);
    }

    List<Entry> all() {
        var all = new ArrayList<Entry>();
        for (byte slot : memory.order()) {
            all.add(memory.entry(slot));
        }
        return all;
    }

    /** A copy; the caller wipes it. */
    byte[] seed(int index) {
        return memory.seed(memory.order()[index]);
    }

    /** At the end of the list. The caller wipes its seed. False where there is no room. */
    boolean add(Entry entry, byte[] seed) {
        return size() < capacity
                && put(entry, seed, slot -> {
                    var order = memory.order();
                    var longer = Arrays.copyOf(order, order.length + 1);
                    longer[order.length] = slot;
                    return longer;
                });
    }

    /** The caller wipes its seed. False where there is no room. */
    boolean replace(int index, Entry entry, byte[] seed) {
        return put(entry, seed, slot -> {
            var order = memory.order();
            order[index] = slot;
            return order;
        });
    }

    private interface Ordering {
        byte[] with(byte slot);
    }

    private boolean put(Entry entry, byte[] seed, Ordering ordering) {
        if (entry.name().length() > Entry.LONGEST_NAME || seed.length > Memory.LONGEST_SEED) {
            return false;
        }
        return memory.hasKept(() -> {
            byte slot = (byte) memory.freeSlot();
            memory.fill(slot, entry, seed);
            memory.keepOrder(ordering.with(slot));
        });
    }

    boolean remove(int index) {
        return reorder(slots -> {
            slots.remove(index);
            return slots;
        });
    }

    /** To the other index, after it was taken out. */
    boolean move(int from, int to) {
        return reorder(slots -> {
            slots.add(to, slots.remove(from));
            return slots;
        });
    }

    private boolean reorder(UnaryOperator<List<Byte>> change) {
        var slots = new ArrayList<Byte>();
        for (byte slot : memory.order()) {
            slots.add(slot);
        }
        var changed = change.apply(slots);
        var order = new byte[changed.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = changed.get(i);
        }
        return memory.hasKept(() -> memory.keepOrder(order));
    }
}
