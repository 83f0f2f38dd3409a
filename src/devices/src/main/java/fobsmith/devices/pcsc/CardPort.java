package fobsmith.devices.pcsc;

import fobsmith.devices.Port;
import fobsmith.devices.Transport;
import java.util.HexFormat;

/** A card in a reader of the PC/SC service; a security key is both in one. */
public interface CardPort extends Port {
    /** As the service calls it: {@code Yubico YubiKey OTP+FIDO+CCID 00 00}. */
    String readerName();

    /** The card's answer to reset, ISO/IEC 7816-3 section 8.2; empty where another program holds the card for itself. */
    byte[] atr();

    /** {@inheritDoc} Here its answer to reset, which cards of one make have in common. */
    @Override
    default String occupant() {
        return HexFormat.of().formatHex(atr());
    }

    /**
     * Takes the card for this program alone, and waits for that while another program is in mid-transaction, up to the bus's limit.
     * The caller closes the transport; one thread at a time may use it. An exchange that lasts longer than the limit ends it.
     *
     * @throws fobsmith.devices.DeviceException.Unavailable where another program holds the card
     * @throws fobsmith.devices.DeviceException.LinkLost where the card is gone
     */
    Transport open();

    /**
     * As {@link #open}, for a card that may be somebody else's: it is not reset when the transport is closed, and so keeps what other
     * programs have told it, such as a PIN.
     */
    default Transport openAsGuest() {
        return open();
    }
}
