package fobsmith.devices.usb;

/** A place where a USB device is plugged in. */
public interface UsbPort {
    /** Which link and where, as shown: {@code usb 1-4} or {@code usbip 127.0.0.1:3240/1-1}. */
    String place();

    /** idVendor of the device descriptor. */
    int vendor();

    /** idProduct of the device descriptor. */
    int product();

    /**
     * Opens the device; the caller closes it.
     *
     * @throws fobsmith.devices.DeviceException.Unavailable where that is not allowed, or another program holds it
     */
    UsbDevice open();
}
