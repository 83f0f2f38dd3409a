package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.time.Duration;

/** A device imported from a USB/IP server. Importing has taken it whole, so there is nothing left to claim. */
final class UsbIpDevice implements UsbDevice {
    /** Linux's error numbers for a stall and for more data than was asked for: EPIPE and EOVERFLOW. */
    private static final int STALL = -32;

    private static final int OVERFLOW = -75;

    private final UsbIpConnection connection;
    private final String place;
    private final UsbDescriptors descriptors;

    private UsbIpDevice(UsbIpConnection connection, String place) {
        this.connection = connection;
        this.place = place;
        var configuration = StandardRequests.configurationDescriptor(this::controlIn);
        descriptors = UsbDescriptors.parse(StandardRequests.deviceDescriptor(this::controlIn), configuration);
        StandardRequests.setConfiguration(this::controlOut, configuration);
    }

    /** Takes the connection over: it is closed with the device, or here if the device cannot be set up. */
    static UsbIpDevice take(UsbIpConnection connection, String place) {
        try {
            return new UsbIpDevice(connection, place);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public UsbDescriptors descriptors() {
        return descriptors;
    }

    @Override
    public void claim(int interfaceNumber) {
        if (descriptors.interfaces().stream().noneMatch(found -> found.number() == interfaceNumber)) {
            throw new DeviceException.Unsupported("%s has no interface %d".formatted(place, interfaceNumber));
        }
    }

    @Override
    public byte[] controlIn(UsbSetup setup, Duration timeout) {
        return done(UsbIpSubmit.controlIn(setup), timeout).data();
    }

    @Override
    public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
        requireWhole(done(UsbIpSubmit.controlOut(setup, data), timeout), data);
    }

    @Override
    public void bulkOut(int endpoint, byte[] data, Duration timeout) {
        requireWhole(done(UsbIpSubmit.out(endpoint, data), timeout), data);
    }

    @Override
    public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
        return done(UsbIpSubmit.in(endpoint, capacity), timeout).data();
    }

    @Override
    public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
        var submit = UsbIpSubmit.in(endpoint, capacity);
        return connection
                .transfer(submit, timeout)
                .map(answer -> checked(submit, answer).data())
                .orElseGet(() -> new byte[0]);
    }

    private UsbIpAnswer done(UsbIpSubmit submit, Duration timeout) {
        var answer = connection
                .transfer(submit, timeout)
                .orElseThrow(() -> new DeviceException.LinkLost(place + " does not answer"));
        return checked(submit, answer);
    }

    private UsbIpAnswer checked(UsbIpSubmit submit, UsbIpAnswer answer) {
        return switch (answer.status()) {
            case 0 -> answer;
            case STALL -> throw stalled(submit);
            case OVERFLOW -> throw new DeviceException.Malformed(place + " sent more than it was asked for");
            default ->
                throw new DeviceException.LinkLost(
                        "a transfer with %s failed (Linux error %d)".formatted(place, -answer.status()));
        };
    }

    /** A halted endpoint is made ready again, or every later transfer would be refused for the sake of this one. */
    private UsbStall stalled(UsbIpSubmit submit) {
        if ((submit.endpoint() & 0x0f) != 0) {
            StandardRequests.clearHalt(this::controlOut, submit.endpoint());
        }
        return new UsbStall(place + " refuses a transfer");
    }

    private void requireWhole(UsbIpAnswer answer, byte[] data) {
        if (answer.length() != data.length) {
            throw new DeviceException.Malformed(
                    "%s took %d of %d bytes".formatted(place, answer.length(), data.length));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
