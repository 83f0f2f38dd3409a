package fobsmith.devices.pcsc;

import fobsmith.devices.Transport;
import java.util.Arrays;

/** A reader with a card in it, as the service listed it. Holds no resource. */
final class CardReader implements CardPort {
    private final CardBus bus;
    private final String name;
    private final byte[] atr;

    CardReader(CardBus bus, String name, byte[] atr) {
        this.bus = bus;
        this.name = name;
        this.atr = atr.clone();
    }

    @Override
    public String place() {
        return "pcsc " + name;
    }

    @Override
    public String readerName() {
        return name;
    }

    @Override
    public byte[] atr() {
        return Arrays.copyOf(atr, atr.length);
    }

    @Override
    public Transport open() {
        return bus.open(name, true);
    }

    @Override
    public Transport openAsGuest() {
        return bus.open(name, false);
    }
}
