package fobsmith.devices.usb;

/**
 * A device as a USB/IP server listed it.
 *
 * @param id as of {@link UsbIpRecord}; Linux and the simulator give a device another one each time it is plugged in
 */
record UsbIpPort(UsbIpBus bus, String busId, int id, int vendor, int product) implements UsbPort {
    @Override
    public String place() {
        return "usbip %s/%s".formatted(bus.server(), busId);
    }

    @Override
    public String occupant() {
        return String.valueOf(id);
    }

    @Override
    public UsbDevice open() {
        return bus.open(this);
    }
}
