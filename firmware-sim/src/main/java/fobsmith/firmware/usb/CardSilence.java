package fobsmith.firmware.usb;

/** A command is never answered, and the reader does not ask for more time either. */
public final class CardSilence extends RuntimeException {
    public CardSilence(String message) {
        super(message);
    }
}
