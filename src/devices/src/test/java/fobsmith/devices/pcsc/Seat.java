package fobsmith.devices.pcsc;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;

/**
 * A virtual reader in which the next card takes the place of the one before without being plugged in: pcscd looks for that only every
 * 400 ms. A card that throws {@link PowerLost} is pulled out by that.
 */
public final class Seat implements AutoCloseable {
    private final VirtualReader reader;
    private final Sitting sitting = new Sitting();
    private VirtualReader.Inserted inserted = () -> {};
    private volatile boolean empty = true;

    /** Takes the reader over. */
    public Seat(VirtualReader reader) {
        this.reader = reader;
    }

    /** Whatever card sits there now. */
    private final class Sitting implements SmartCard {
        private volatile SmartCard card = new NoCard();

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void powerOn() {
            card.powerOn();
        }

        @Override
        public void powerOff() {
            card.powerOff();
        }

        @Override
        public byte[] exchange(byte[] apdu) {
            try {
                return card.exchange(apdu);
            } catch (PowerLost e) {
                empty = true;
                throw e;
            }
        }
    }

    private static final class NoCard implements SmartCard {
        @Override
        public byte[] atr() {
            throw new IllegalStateException("no card was put there");
        }

        @Override
        public void powerOn() {}

        @Override
        public void powerOff() {}

        @Override
        public byte[] exchange(byte[] apdu) {
            throw new IllegalStateException("no card was put there");
        }
    }

    /** Returns when pcscd knows the card and its answer to reset. */
    public CardPort put(SmartCard card) {
        if (empty) {
            reader.waitUntilEmpty();
            sitting.card = card;
            empty = false;
            inserted = reader.insert(sitting);
        } else {
            sitting.card = card;
            reader.port().open().close();
        }
        return reader.port();
    }

    /** Of the card that sits there, as it is now. */
    public CardPort port() {
        return reader.port();
    }

    /** Pulls out what sits there. */
    public void pull() {
        inserted.close();
        empty = true;
    }

    @Override
    public void close() {
        inserted.close();
        reader.close();
    }
}
