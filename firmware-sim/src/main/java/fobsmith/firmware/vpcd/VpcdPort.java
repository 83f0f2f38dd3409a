package fobsmith.firmware.vpcd;

import fobsmith.firmware.usb.SmartCard;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The slots of a virtual reader, at a port each from the first one's on. Thread-safe. Closing takes all cards out. */
public final class VpcdPort implements AutoCloseable {
    private static final int LAST_PORT = 65_535;

    private final int firstPort;
    private final BitSet taken = new BitSet();
    private final Map<Integer, VpcdSlot> slots = new HashMap<>();

    /** The port of slot 0; {@link VpcdSlot#USUAL_PORT} unless the reader is configured otherwise. */
    public VpcdPort(int firstPort) {
        if (firstPort < 1 || firstPort > LAST_PORT) {
            throw new IllegalArgumentException("port %d is not between 1 and %d".formatted(firstPort, LAST_PORT));
        }
        this.firstPort = firstPort;
    }

    /** The first slot that is nobody's yet, whether the reader has so many or not. It stays taken while no card is in it. */
    public synchronized int take() {
        int slot = taken.nextClearBit(0);
        taken.set(slot);
        return slot;
    }

    /** The slot may be another's; nothing happens where it is nobody's. */
    public synchronized void giveBack(int slot) {
        if (slot >= 0) {
            taken.clear(slot);
        }
    }

    /**
     * Puts the card into this slot; whatever was in it is taken out first.
     *
     * @throws NoReader where the reader has no such slot, or does not run
     */
    public synchronized void insert(SmartCard card, int slot) {
        remove(slot);
        slots.put(slot, VpcdSlot.insert(card, firstPort + slot));
    }

    /** Takes the card out of this slot; nothing happens where none is in. */
    public synchronized void remove(int slot) {
        Optional.ofNullable(slots.remove(slot)).ifPresent(VpcdSlot::close);
    }

    public synchronized boolean isIn(int slot) {
        return Optional.ofNullable(slots.get(slot)).map(VpcdSlot::isIn).orElse(false);
    }

    @Override
    public synchronized void close() {
        slots.values().forEach(VpcdSlot::close);
        slots.clear();
    }
}
