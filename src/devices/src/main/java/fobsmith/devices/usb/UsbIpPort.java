package fobsmith.devices.usb;

/** A device as a USB/IP server listed it. */
record UsbIpPort(UsbIpBus bus, String busId, int vendor, int product) implements UsbPort {
    @Override
    public String place() {
        return "usbip %s/%s".formatted(bus.server(), busId);
    }

    @Override
    public UsbDevice open() {
        return bus.open(this);
    }
}
