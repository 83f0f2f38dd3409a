package fobsmith.devices.usb;

import java.time.Duration;

/**
 * An open USB device. Endpoints are addressed as in their descriptors (bit 7: towards the host). One thread at a time.
 * Every transfer throws {@link fobsmith.devices.DeviceException.LinkLost} where the device is gone or silent for the given
 * time, and {@link UsbStall} where it refuses the transfer. Closing releases what was claimed.
 */
public interface UsbDevice extends AutoCloseable {
    /** Device and configuration descriptor, raw and parsed. */
    UsbDescriptors descriptors();

    /** Takes an interface for this program alone. */
    void claim(int interfaceNumber);

    /** A control transfer towards the host of at most {@code setup.length()} bytes. */
    byte[] controlIn(UsbSetup setup, Duration timeout);

    /** A control transfer towards the device. */
    void controlOut(UsbSetup setup, byte[] data, Duration timeout);

    void bulkOut(int endpoint, byte[] data, Duration timeout);

    /** One transfer of at most this many bytes; ends with a short packet. */
    byte[] bulkIn(int endpoint, int capacity, Duration timeout);

    /** One interrupt transfer; empty where nothing came in time, which is no fault. */
    byte[] interruptIn(int endpoint, int capacity, Duration timeout);

    @Override
    void close();
}
