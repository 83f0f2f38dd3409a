package fobsmith.devices.usb;

/**
 * A device as libusb listed it. Holds numbers only, no reference of libusb's; a device keeps its address for as long as it
 * is plugged in, so {@link #open} finds it again or says that it is gone.
 */
record LibusbPort(LibusbBus bus, String place, int busNumber, int address, int vendor, int product) implements UsbPort {
    @Override
    public String occupant() {
        return busNumber + ":" + address;
    }

    @Override
    public boolean isOfThisMachine() {
        return true;
    }

    @Override
    public UsbDevice open() {
        return bus.open(this);
    }
}
