package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.util.Optional;

/** A simulated device as it is; a test changes what it wants changed. */
public class Wrapped implements UsbFunction {
    private final UsbFunction device;

    public Wrapped(UsbFunction device) {
        this.device = device;
    }

    @Override
    public byte[] deviceDescriptor() {
        return device.deviceDescriptor();
    }

    @Override
    public byte[] configurationDescriptor() {
        return device.configurationDescriptor();
    }

    @Override
    public void reset() {
        device.reset();
    }

    @Override
    public byte[] control(byte[] setup, byte[] data) {
        return device.control(setup, data);
    }

    @Override
    public void out(int endpoint, byte[] data) {
        device.out(endpoint, data);
    }

    @Override
    public Optional<byte[]> in(int endpoint, int capacity) {
        return device.in(endpoint, capacity);
    }

    @Override
    public void onReady(Runnable listener) {
        device.onReady(listener);
    }
}
