package fobsmith.bench;

import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usbip.UsbIpServer;

/** A simulated device plugged into a USB/IP port, opened as drivers open it. */
public final class Wire implements AutoCloseable {
    private final UsbIpServer server = UsbIpServer.start(0);
    private final UsbIpBus bus = UsbIpBus.at(server.address());

    /** The device as the bare link has it; the caller closes it. */
    public UsbDevice plug(UsbFunction function) {
        server.plug("1-1", function);
        return bus.ports().getFirst().open();
    }

    @Override
    public void close() {
        bus.close();
        server.close();
    }
}
