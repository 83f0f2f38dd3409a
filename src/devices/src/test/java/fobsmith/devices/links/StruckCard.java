package fobsmith.devices.links;

import fobsmith.firmware.link.FaultyCard;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.link.LinkFaults;
import fobsmith.firmware.usb.SmartCard;
import java.time.Duration;

/** A card one exchange of which meets a fault. One thread at a time. */
public final class StruckCard implements SmartCard {
    private final LinkFaults faults = new LinkFaults();
    private final SmartCard card;
    private final LinkFault fault;
    private final int struck;
    private volatile int exchanges;

    /** Strikes that exchange, counted from 1; none where it is 0. */
    public StruckCard(SmartCard card, LinkFault fault, int struck) {
        this.card = new FaultyCard(card, faults);
        this.fault = fault;
        this.struck = struck;
    }

    /** How many there were. */
    public int exchanges() {
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
    public void busReset() {
        card.busReset();
    }

    @Override
    public byte[] exchange(byte[] command) {
        int now = exchanges + 1;
        exchanges = now;
        if (now == struck) {
            faults.on(new LinkFaults.Setting(fault, 1, Duration.ZERO));
        }
        return card.exchange(command);
    }
}
