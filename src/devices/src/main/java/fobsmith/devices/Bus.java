package fobsmith.devices;

import java.util.List;

/** Where tokens are looked for: the USB of this machine, a USB/IP server, its smart-card readers, its serial ports. */
public interface Bus extends AutoCloseable {
    /**
     * What is plugged in now.
     *
     * @throws DeviceException.Unavailable where the link cannot be looked at
     */
    List<? extends Port> ports();

    @Override
    void close();
}
