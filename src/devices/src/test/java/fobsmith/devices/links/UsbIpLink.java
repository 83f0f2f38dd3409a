package fobsmith.devices.links;

import fobsmith.devices.usb.UsbIpBus;
import fobsmith.devices.usb.UsbPort;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usbip.UsbIpServer;

/** A device behind a USB/IP server of its own. */
final class UsbIpLink implements PluggedIn {
    private static final String BUS_ID = "1-1";

    private final UsbIpServer server = UsbIpServer.start(0);
    private final UsbPort port;

    UsbIpLink(UsbFunction device) {
        server.plug(BUS_ID, device);
        port = UsbIpBus.at(server.address()).ports().getFirst();
    }

    @Override
    public UsbPort port() {
        return port;
    }

    @Override
    public void unplug() {
        server.unplug(BUS_ID);
    }

    @Override
    public void close() {
        unplug();
        server.close();
    }
}
