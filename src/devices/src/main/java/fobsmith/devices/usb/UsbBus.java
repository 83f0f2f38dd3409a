package fobsmith.devices.usb;

import java.util.List;

/** Where USB devices are looked for. */
public interface UsbBus extends AutoCloseable {
    /** What is plugged in now. */
    List<UsbPort> ports();

    @Override
    void close();
}
