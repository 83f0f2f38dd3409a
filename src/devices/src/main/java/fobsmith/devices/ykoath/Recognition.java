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
    static Recognition of(YkOathModel model) {
        return switch (model) {
            // The modes that have a smart card: bit 4 of 0401 to 0407, and what the NEO has instead.
            case YUBIKEY ->
                new Recognition(
                        0x1050,
                        Set.of(0x0404, 0x0405, 0x0406, 0x0407, 0x0111, 0x0112, 0x0115, 0x0116),
                        Set.of("Yubico", "YubiKey"));
            case CANOKEY -> new Recognition(0x20a0, Set.of(0x42d4), Set.of("CanoKey"));
            case NITROKEY_3 -> new Recognition(0x20a0, Set.of(0x42b2), Set.of("Nitrokey 3"));
            case SOLO_2 -> new Recognition(0x1209, Set.of(0xbeee), Set.of("Solo 2"));
        };
    }

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
