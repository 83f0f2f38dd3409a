package fobsmith.devices.usb;

import fobsmith.devices.Port;
import java.util.Optional;

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
     * The same place with the bytes of its ids swapped, where they come from a list that may have them so and not from the device
     * itself. It is not sure: a device that calls itself otherwise cannot be opened by it.
     */
    default Optional<UsbPort> swapped() {
        return Optional.empty();
    }

    /**
     * Opens the device; the caller closes it.
     *
     * @throws fobsmith.devices.DeviceException.Unavailable where that is not allowed, or another program holds it
     */
    UsbDevice open();
}
