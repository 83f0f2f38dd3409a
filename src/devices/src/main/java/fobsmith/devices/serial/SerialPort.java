package fobsmith.devices.serial;

import fobsmith.devices.Port;

/** A serial port, and what is known of the USB device behind it. */
public interface SerialPort extends Port {
    /** idVendor of the USB device; 0 where there is none or it is not known. */
    int vendor();

    /** idProduct of the USB device; 0 where there is none or it is not known. */
    int product();

    /** iManufacturer of the USB device; empty where it is not known. */
    String manufacturer();

    /** Whether the operator named it. Its ids say nothing then, as with a terminal or a socket: whoever wants to know asks. */
    boolean named();

    /**
     * Opens the port; the caller closes the link.
     *
     * @throws fobsmith.devices.DeviceException.Unavailable where that is not allowed, or another program holds it
     */
    SerialLink open();
}
