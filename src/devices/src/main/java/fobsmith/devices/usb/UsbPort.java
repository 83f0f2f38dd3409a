package fobsmith.devices.usb;

import fobsmith.devices.Port;

/** A place where a USB device is plugged in. */
public interface UsbPort extends Port {
    /** idVendor of the device descriptor. */
    int vendor();

    /** idProduct of the device descriptor. */
    int product();

    /** Whether it is this machine's own USB, where other programs of the machine may hold it. */
    default boolean isOfThisMachine() {
        return false;
    }

    /**
     * Opens the device; the caller closes it.
     *
     * @throws fobsmith.devices.DeviceException.Unavailable where that is not allowed, or another program holds it
     */
    UsbDevice open();
}
