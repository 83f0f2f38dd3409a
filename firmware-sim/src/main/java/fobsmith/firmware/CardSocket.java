package fobsmith.firmware;

import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.vpcd.NoReader;
import fobsmith.firmware.vpcd.VpcdPort;

/** A slot of pcscd's virtual reader: the first one that is nobody's when the card is first put in, and its own from then. */
final class CardSocket implements Socket {
    private static final int NONE = -1;

    private final VpcdPort reader;
    private final int firstPort;
    private final SmartCard card;
    private int slot = NONE;

    CardSocket(VpcdPort reader, int firstPort, SmartCard card) {
        this.reader = reader;
        this.firstPort = firstPort;
        this.card = card;
    }

    /** @throws NoReader where pcscd does not listen for a card there */
    @Override
    public synchronized void plug() {
        unplug();
        if (slot == NONE) {
            slot = reader.take();
        }
        reader.insert(card, slot);
    }

    @Override
    public synchronized void unplug() {
        if (slot != NONE) {
            reader.remove(slot);
        }
    }

    @Override
    public synchronized void forget() {
        unplug();
        reader.giveBack(slot);
        slot = NONE;
    }

    /** As long as the reader has not gone either. */
    @Override
    public synchronized String place() {
        return slot != NONE && reader.isIn(slot) ? "vpcd %d".formatted(firstPort + slot) : "";
    }
}
