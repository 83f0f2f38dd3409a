package fobsmith.devices.token2;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;

/** A card that leaves the reader's field when it is asked so many times. */
final class TakenAway implements SmartCard {
    /** Of the exchange. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final SmartCard card;
    private final Moment moment;
    private int left;

    TakenAway(SmartCard card, int at, Moment moment) {
        this.card = card;
        this.left = at;
        this.moment = moment;
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
        boolean now = --left == 0;
        if (now && moment == Moment.AFTER) {
            card.exchange(apdu);
        }
        if (now) {
            card.powerOff();
            throw new PowerLost("taken away");
        }
        return card.exchange(apdu);
    }
}
