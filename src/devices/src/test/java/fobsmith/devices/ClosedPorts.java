package fobsmith.devices;

import fobsmith.devices.usb.UsbBus;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbPort;
import java.util.List;

/** Places with ids in them, and buses of such places. Nothing of it can be opened. */
public final class ClosedPorts {
    private ClosedPorts() {}

    public static UsbPort port(String place, int vendor, int product) {
        return new Port(place, vendor, product);
    }

    static UsbBus bus(UsbPort... ports) {
        return new UsbBus() {
            @Override
            public List<UsbPort> ports() {
                return List.of(ports);
            }

            @Override
            public void close() {
                throw new IllegalStateException("a bus is its owner's to close");
            }
        };
    }

    private record Port(String place, int vendor, int product) implements UsbPort {
        @Override
        public UsbDevice open() {
            throw new IllegalStateException("nobody opens %s".formatted(place));
        }
    }
}
