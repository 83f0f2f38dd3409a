package fobsmith.firmware.usb;

import java.time.Duration;
import java.util.Optional;

/** The one slot of a reader: whether a card is in it and has power. */
final class Slot {
    private static final int NOTIFY_SLOT_CHANGE = 0x50;
    private static final int PRESENT = 1;
    private static final int CHANGED = 2;

    /** Hosts wait for five seconds or longer. */
    static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

    private final SmartCard card;
    private final Duration patience;
    private IccStatus status = IccStatus.INACTIVE;
    private boolean changed;

    /** @param patience how long a command may take before the host is asked for more time */
    Slot(SmartCard card, Duration patience) {
        this.card = card;
        this.patience = patience;
    }

    SmartCard card() {
        return card;
    }

    Duration patience() {
        return patience;
    }

    IccStatus status() {
        return status;
    }

    /** Gives a card power, or resets the one that has it. */
    byte[] powerOn() {
        card.powerOn();
        status = IccStatus.ACTIVE;
        return card.atr();
    }

    void powerOff() {
        if (status == IccStatus.ACTIVE) {
            status = IccStatus.INACTIVE;
            card.powerOff();
        }
    }

    void insert() {
        if (status == IccStatus.ABSENT) {
            status = IccStatus.INACTIVE;
            changed = true;
        }
    }

    void remove() {
        boolean active = status == IccStatus.ACTIVE;
        changed |= status != IccStatus.ABSENT;
        status = IccStatus.ABSENT;
        if (active) {
            card.powerOff();
        }
    }

    /** The bus was reset: the card is without power, and changes before it are no news. */
    void reset() {
        changed = false;
        powerOff();
        card.busReset();
    }

    /** RDR_to_PC_NotifySlotChange, once for what changed since the last: CCID 1.10 section 6.3.1. */
    Optional<byte[]> change() {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        int state = CHANGED | (status == IccStatus.ABSENT ? 0 : PRESENT);
        return Optional.of(new byte[] {NOTIFY_SLOT_CHANGE, (byte) state});
    }
}
