package fobsmith.devices.serial;

import java.time.Duration;

/** An open serial port. One thread at a time. Closing twice does nothing. */
public interface SerialLink extends AutoCloseable {
    /**
     * Sends all of it. The link keeps nothing of it.
     *
     * @throws fobsmith.devices.DeviceException.LinkLost where the port is gone
     */
    void write(byte[] bytes);

    /**
     * What has come, or comes within this time, which may be rounded up to 100 ms; empty where nothing does.
     *
     * @throws fobsmith.devices.DeviceException.LinkLost where the port is gone
     */
    byte[] read(Duration timeout);

    @Override
    void close();
}
