package fobsmith.devices.hid;

/** Feature reports without a number, to a device and from it. One thread at a time; whoever opens them closes them. */
public interface FeatureReports extends AutoCloseable {
    /** Bytes of a report, either way. */
    int LENGTH = 64;

    /**
     * Gives the device a report of {@link #LENGTH} bytes. That it was taken does not say that it was understood.
     *
     * @throws fobsmith.devices.DeviceException.LinkLost where the device is gone or silent
     */
    void set(byte[] report);

    /**
     * Asks for the report that the device has now.
     *
     * @throws fobsmith.devices.DeviceException.LinkLost where the device is gone or silent
     * @throws fobsmith.devices.DeviceException.Malformed where it is refused, or not of {@link #LENGTH} bytes
     */
    byte[] get();

    @Override
    default void close() {}
}
