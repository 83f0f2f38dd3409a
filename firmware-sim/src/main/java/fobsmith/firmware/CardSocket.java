package fobsmith.firmware;

import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.vpcd.NoReader;
import fobsmith.firmware.vpcd.VpcdPort;

/** A slot of pcscd's virtual reader: the first one that is free when the card is put in. */
final class CardSocket implements Socket {
    private final VpcdPort reader;
    private final int firstPort;
    private final SmartCard card;
    private int slot = -1;

    CardSocket(VpcdPort reader, int firstPort, SmartCard card) {
        this.reader = reader;
        this.firstPort = firstPort;
        this.card = card;
    }

    /** @throws NoReader where pcscd does not listen for a card there */
    @Override
    public synchronized void plug() {
        unplug();
        if (slot < 0) {
            slot = reader.insert(card);
        } else {
            reader.insert(card, slot);
        }
    }

    @Override
    public synchronized void unplug() {
        if (slot >= 0) {
            reader.remove(slot);
        }
    }

    /** As long as the reader has not gone either. */
    @Override
    public synchronized String place() {
        return slot >= 0 && reader.isIn(slot) ? "vpcd %d".formatted(firstPort + slot) : "";
    }
}
