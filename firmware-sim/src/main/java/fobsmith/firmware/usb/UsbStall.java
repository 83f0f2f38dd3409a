package fobsmith.firmware.usb;

/** A transfer is refused with STALL: USB 2.0 section 8.5.3.4. */
public final class UsbStall extends RuntimeException {
    public UsbStall(String message) {
        super(message);
    }
}
