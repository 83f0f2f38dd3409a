package fobsmith.devices.links;

import fobsmith.devices.usb.LibusbBus;
import fobsmith.devices.usb.UsbPort;
import fobsmith.firmware.usb.UsbFunction;

/** A device that usb4java and libusb find, where umockdev's preload library has taken the kernel's place. */
final class LibusbLink implements PluggedIn {
    private final MockedPlug plug;
    private final LibusbBus bus;
    private final UsbPort port;

    LibusbLink(UsbFunction device) {
        plug = Testbed.get().plug(device);
        bus = LibusbBus.open();
        port = bus.ports().stream()
                .filter(found -> found.place().equals("usb " + plug.node().name()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public UsbPort port() {
        return port;
    }

    @Override
    public void unplug() {
        plug.unplug();
    }

    @Override
    public void close() {
        unplug();
        bus.close();
    }
}
