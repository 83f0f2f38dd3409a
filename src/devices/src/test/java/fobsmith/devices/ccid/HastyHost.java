package fobsmith.devices.ccid;

import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import java.time.Duration;

/** A device whose answers are not waited for as long as asked, from a moment on; messages to it are. */
final class HastyHost implements UsbDevice {
    private static final Duration HASTE = Duration.ofMillis(300);

    private final UsbDevice device;
    private boolean hasty;

    /** Takes the device over. */
    HastyHost(UsbDevice device) {
        this.device = device;
    }

    void hurry() {
        hasty = true;
    }

    @Override
    public UsbDescriptors descriptors() {
        return device.descriptors();
    }

    @Override
    public void claim(int interfaceNumber) {
        device.claim(interfaceNumber);
    }

    @Override
    public byte[] controlIn(UsbSetup setup, Duration timeout) {
        return device.controlIn(setup, timeout);
    }

    @Override
    public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
        device.controlOut(setup, data, timeout);
    }

    @Override
    public void bulkOut(int endpoint, byte[] data, Duration timeout) {
        device.bulkOut(endpoint, data, timeout);
    }

    @Override
    public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
        return device.bulkIn(endpoint, capacity, hasty ? HASTE : timeout);
    }

    @Override
    public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
        return device.interruptIn(endpoint, capacity, timeout);
    }

    @Override
    public void close() {
        device.close();
    }
}
