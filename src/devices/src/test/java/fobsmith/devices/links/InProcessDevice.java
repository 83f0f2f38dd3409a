package fobsmith.devices.links;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.devices.usb.UsbStall;
import fobsmith.firmware.usb.UsbFunction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The host's side of a device without a wire. */
final class InProcessDevice implements UsbDevice {
    private static final byte[] NOTHING = {};

    private final InProcessLink link;
    private final UsbFunction function;
    private final UsbDescriptors descriptors;
    private boolean closed;

    InProcessDevice(InProcessLink link, UsbFunction function, UsbDescriptors descriptors) {
        this.link = link;
        this.function = function;
        this.descriptors = descriptors;
    }

    @Override
    public UsbDescriptors descriptors() {
        return descriptors;
    }

    @Override
    public void claim(int interfaceNumber) {
        if (descriptors.interfaces().stream().noneMatch(found -> found.number() == interfaceNumber)) {
            throw new DeviceException.Unsupported("the device has no interface %d".formatted(interfaceNumber));
        }
    }

    @Override
    public byte[] controlIn(UsbSetup setup, Duration timeout) {
        return transfer(0, () -> function.control(bytes(setup, setup.length()), NOTHING));
    }

    @Override
    public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
        transfer(0, () -> function.control(bytes(setup, data.length), data));
    }

    @Override
    public void bulkOut(int endpoint, byte[] data, Duration timeout) {
        transfer(endpoint, () -> {
            function.out(endpoint, data);
            return NOTHING;
        });
    }

    @Override
    public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
        return in(endpoint, capacity, timeout)
                .orElseThrow(() -> new DeviceException.LinkLost("the device does not answer"));
    }

    @Override
    public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
        return in(endpoint, capacity, timeout).orElse(NOTHING);
    }

    private Optional<byte[]> in(int endpoint, int capacity, Duration timeout) {
        var data = transfer(endpoint, () -> function.in(endpoint, capacity));
        while (data.isEmpty() && isReadyWithin(timeout)) {
            data = transfer(endpoint, () -> function.in(endpoint, capacity));
        }
        return data;
    }

    private boolean isReadyWithin(Duration timeout) {
        try {
            return link.ready().tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T transfer(int endpoint, Supplier<T> transfer) {
        if (closed) {
            throw new DeviceException.LinkLost("the device has been closed");
        }
        try {
            return link.transfer(transfer);
        } catch (fobsmith.firmware.usb.UsbStall e) {
            if (endpoint != 0) {
                controlOut(new UsbSetup(0x02, 1, 0, endpoint, 0), NOTHING, Duration.ZERO);
            }
            throw new UsbStall(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(UsbSetup setup, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) setup.requestType())
                .put((byte) setup.request())
                .putShort((short) setup.value())
                .putShort((short) setup.index())
                .putShort((short) length)
                .array();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            link.giveBack();
        }
    }
}
