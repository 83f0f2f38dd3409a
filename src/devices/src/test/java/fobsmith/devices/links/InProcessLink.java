package fobsmith.devices.links;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbPort;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usb.UsbSilence;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A device without a wire. */
final class InProcessLink implements PluggedIn, UsbPort {
    private final UsbFunction function;
    private final UsbDescriptors descriptors;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Semaphore ready = new Semaphore(0);
    private volatile boolean gone;

    InProcessLink(UsbFunction function) {
        this.function = function;
        this.descriptors = UsbDescriptors.parse(function.deviceDescriptor(), function.configurationDescriptor());
        function.onReady(ready::release);
    }

    @Override
    public UsbPort port() {
        return this;
    }

    @Override
    public String place() {
        return "in process";
    }

    @Override
    public int vendor() {
        return descriptors.vendor();
    }

    @Override
    public int product() {
        return descriptors.product();
    }

    @Override
    public UsbDevice open() {
        if (taken.getAndSet(true)) {
            throw new DeviceException.Unavailable("the device is open already", "close it first");
        }
        try {
            transfer(() -> {
                function.reset();
                return true;
            });
            return new InProcessDevice(this, function, descriptors);
        } catch (DeviceException e) {
            giveBack();
            throw e;
        }
    }

    void giveBack() {
        taken.set(false);
    }

    /** Runs a transfer, unless the cable has been pulled; it may be pulled by the transfer itself. */
    <T> T transfer(Supplier<T> transfer) {
        requirePlugged();
        try {
            var result = transfer.get();
            requirePlugged();
            return result;
        } catch (PowerLost e) {
            unplug();
            throw new DeviceException.LinkLost("the device is gone", e);
        } catch (UsbSilence e) {
            throw new DeviceException.LinkLost("the device does not answer", e);
        }
    }

    private void requirePlugged() {
        if (gone) {
            throw new DeviceException.LinkLost("the device is gone");
        }
    }

    /** What the device tells whenever it may have got data; also told when the cable is pulled. */
    Semaphore ready() {
        return ready;
    }

    @Override
    public void unplug() {
        gone = true;
        ready.release();
    }

    @Override
    public void close() {
        unplug();
    }
}
