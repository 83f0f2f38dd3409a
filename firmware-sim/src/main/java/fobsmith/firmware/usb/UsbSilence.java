package fobsmith.firmware.usb;

/** A control transfer is never answered: NAK after NAK, until the host gives it up (USB 2.0 section 9.2.6). */
public final class UsbSilence extends RuntimeException {
    public UsbSilence(String message) {
        super(message);
    }
}
