package fobsmith.devices.usb;

/** The device answered a transfer with STALL: USB 2.0 section 8.5.3.4. Whoever speaks the protocol above says what it means. */
public final class UsbStall extends RuntimeException {
    public UsbStall(String message) {
        super(message);
    }
}
