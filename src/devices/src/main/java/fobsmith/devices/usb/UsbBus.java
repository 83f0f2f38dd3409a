package fobsmith.devices.usb;

import fobsmith.devices.Bus;
import java.util.List;

/** Where USB devices are looked for. */
public interface UsbBus extends Bus {
    @Override
    List<UsbPort> ports();
}
