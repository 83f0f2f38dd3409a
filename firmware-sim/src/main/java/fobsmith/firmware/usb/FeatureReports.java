package fobsmith.firmware.usb;

/**
 * A simulated token that is spoken to in feature reports of 64 bytes: HID 1.11 section 7.2. Thread-safe. Every method may
 * throw {@link PowerLost}.
 */
public interface FeatureReports {
    /** Bytes of a report. */
    int LENGTH = 64;

    /** Plugged in, or the bus was reset: whatever is volatile begins anew. */
    void powerOn();

    void powerOff();

    /** A report of 64 bytes from the host. */
    void set(byte[] report);

    /** The report of 64 bytes for the host. */
    byte[] get();
}
