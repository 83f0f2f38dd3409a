package fobsmith.devices.token2;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.usb.UsbPort;

/**
 * Token2 Molto2 v2: a display with 100 profiles, a smart card on USB. Its product id is no other model's, nor is the name that the
 * PC/SC service gives its reader; the brand alone is, of the vendor's FIDO keys too.
 */
public final class Molto2Driver implements TokenDriver {
    private static final int VENDOR = 0x349e;
    private static final int PRODUCT = 0x0300;
    private static final String READER = "Molto2";

    @Override
    public String manufacturer() {
        return Molto2Session.MANUFACTURER;
    }

    @Override
    public String model() {
        return Molto2Session.MODEL;
    }

    @Override
    public boolean recognises(Port port) {
        return switch (port) {
            case UsbPort usb -> usb.vendor() == VENDOR && usb.product() == PRODUCT;
            case CardPort card -> card.readerName().contains(READER);
            default -> false;
        };
    }

    @Override
    public boolean hasOwnReader() {
        return true;
    }

    @Override
    public Molto2Session open(Port port) {
        return Molto2Session.open(
                port instanceof CardPort card
                        ? card.open()
                        : CcidTransport.open(((UsbPort) port).open(), CcidTiming.USUAL));
    }
}
