package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;

import fobsmith.devices.Port;
import fobsmith.devices.Transport;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.usb.UsbPort;
import java.util.Set;

/**
 * By what a model is told from others: its ids on USB, and words in the name of its reader or in the historical bytes of its answer
 * to reset, which say the same over any reader.
 */
record Recognition(int vendor, Set<Integer> products, Set<String> words) {
    boolean recognises(Port port) {
        return switch (port) {
            case UsbPort usb -> usb.vendor() == vendor && products.contains(usb.product());
            case CardPort card -> names(card.readerName()) || names(new String(card.atr(), ISO_8859_1));
            default -> false;
        };
    }

    private boolean names(String text) {
        var folded = text.toUpperCase(ROOT);
        return words.stream().anyMatch(word -> folded.contains(word.toUpperCase(ROOT)));
    }

    /** The card behind a port that was recognised. */
    static Transport transport(Port port) {
        return switch (port) {
            case UsbPort usb -> CcidTransport.open(usb.open(), CcidTiming.USUAL);
            case CardPort card -> card.open();
            default -> throw new IllegalArgumentException("there is no card at " + port.place());
        };
    }
}
