package fobsmith.devices.links;

import fobsmith.devices.usb.UsbPort;

/** A simulated device on a cable. Closing it pulls the cable as well and ends what stands behind it. */
public interface PluggedIn extends AutoCloseable {
    /** Where the device is plugged in. It may be opened once at a time, and again after that. */
    UsbPort port();

    /** Pulls the cable, also in the middle of a transfer; it cannot be put back. */
    void unplug();

    @Override
    void close();
}
