package fobsmith.firmware.usb;

import java.util.Optional;

/**
 * The USB side of a simulated token: what it answers to transfers. Endpoints are addressed as in their descriptors (bit 7:
 * towards the host). Thread-safe. Everything but the descriptors throws {@link PowerLost} where the device has lost its
 * power, from then until {@link #reset}.
 */
public interface UsbFunction {
    /** The 18 bytes of the device descriptor. */
    byte[] deviceDescriptor();

    /** The configuration descriptor with everything that follows it. */
    byte[] configurationDescriptor();

    /**
     * The device was plugged in, or the bus was reset: what volatile state there is begins anew. It stands in its first
     * configuration afterwards, as a host's USB core hands it to drivers.
     */
    void reset();

    /**
     * A control transfer: the eight setup bytes, and the data where the host sends some.
     *
     * @return the data where the host asks for some, at most as many bytes as it asked for; else nothing
     * @throws UsbStall where the request is refused
     * @throws UsbSilence where the request is never answered
     */
    byte[] control(byte[] setup, byte[] data);

    /**
     * Data from the host to a bulk or interrupt endpoint.
     *
     * @throws UsbStall where the endpoint is halted
     */
    void out(int endpoint, byte[] data);

    /**
     * The next data for the host from a bulk or interrupt endpoint, at most {@code capacity} bytes; empty while there is none
     * (NAK).
     *
     * @throws UsbStall where the endpoint is halted
     */
    Optional<byte[]> in(int endpoint, int capacity);

    /**
     * Whom the device tells that an endpoint may have become ready other than by a transfer, such as when a card was pulled.
     * There is one listener, the last; it is called from any thread and must not block.
     */
    default void onReady(Runnable listener) {}
}
