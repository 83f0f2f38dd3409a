package fobsmith.bench;

import fobsmith.firmware.usb.SmartCard;

/** A card that answers every command with 9000 and nothing else, so that what is measured is the way there and back. */
final class EchoCard implements SmartCard {
    private static final byte[] ATR = {0x3b, (byte) 0x80, 0x01, (byte) 0x81};
    private static final byte[] DONE = {(byte) 0x90, 0x00};

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public void powerOn() {}

    @Override
    public void powerOff() {}

    @Override
    public byte[] exchange(byte[] command) {
        return DONE.clone();
    }
}
