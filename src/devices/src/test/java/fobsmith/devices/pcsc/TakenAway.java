package fobsmith.devices.pcsc;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;

/** A card that leaves the reader's field when it is asked so many times. */
public final class TakenAway implements SmartCard {
    /** Of the exchange. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private final SmartCard card;
    private final Moment moment;
    private final int taken;
    private int exchanges;

    public TakenAway(SmartCard card, int at, Moment moment) {
        this.card = card;
        this.taken = at;
        this.moment = moment;
    }

    /** How many there have been. */
    public synchronized int exchanges() {
        return exchanges;
    }

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
        boolean now = count() == taken;
        if (now && moment == Moment.AFTER) {
            card.exchange(apdu);
        }
        if (now) {
            card.powerOff();
            throw new PowerLost("taken away");
        }
        return card.exchange(apdu);
    }

    private synchronized int count() {
        exchanges++;
        return exchanges;
    }
}
