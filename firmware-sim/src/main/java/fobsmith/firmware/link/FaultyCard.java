package fobsmith.firmware.link;

import fobsmith.firmware.usb.CardSilence;
import fobsmith.firmware.usb.SmartCard;
import java.util.Arrays;

/** A card whose APDUs meet what goes wrong with its link, whatever reader it is in. */
public final class FaultyCard implements SmartCard {
    /** With a response, still one APDU that a reader for extended ones hands on. */
    private static final int SURPLUS = 4096;

    private final SmartCard card;
    private final LinkFaults faults;

    /** A reader may ask each time on another thread. */
    private volatile byte[] before = {};

    public FaultyCard(SmartCard card, LinkFaults faults) {
        this.card = card;
        this.faults = faults;
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
        var struck = faults.strike();
        if (struck.isPresent() && struck.get().fault() == LinkFault.RESET) {
            card.powerOff();
            card.powerOn();
        }
        var response = card.exchange(command);
        return struck.map(setting -> spoilt(response, setting)).orElseGet(() -> remembered(response));
    }

    private byte[] spoilt(byte[] response, LinkFaults.Setting setting) {
        return switch (setting.fault()) {
            case GARBAGE -> LinkFault.turnedOver(remembered(response));
            case SHORT -> Arrays.copyOf(remembered(response), response.length / 2);
            case OVERSIZED -> withSurplus(remembered(response));
            case REPEATED -> before.length == 0 ? remembered(response) : before.clone();
            case SILENCE -> throw new CardSilence("the card says nothing");
            case DELAY -> {
                LinkFaults.wait(setting.delay());
                yield remembered(response);
            }
            case RESET -> remembered(response);
        };
    }

    private static byte[] withSurplus(byte[] response) {
        var longer = Arrays.copyOf(response, response.length + SURPLUS);
        System.arraycopy(LinkFault.surplus(SURPLUS), 0, longer, response.length, SURPLUS);
        return longer;
    }

    /** The last response that was the card's own, for whoever gets it again. */
    private byte[] remembered(byte[] response) {
        before = response.clone();
        return response;
    }
}
