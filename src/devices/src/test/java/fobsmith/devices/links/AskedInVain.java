package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A device that says when the host has begun to wait for data that it does not have. */
public final class AskedInVain extends Wrapped {
    private final AtomicReference<Runnable> reaction = new AtomicReference<>(() -> {});

    public AskedInVain(UsbFunction device) {
        super(device);
    }

    /** What happens then, once, beside the waiting. */
    public void then(Runnable wanted) {
        reaction.set(wanted);
    }

    @Override
    public Optional<byte[]> in(int endpoint, int capacity) {
        var data = super.in(endpoint, capacity);
        if (data.isEmpty()) {
            Thread.ofVirtual().start(reaction.getAndSet(() -> {}));
        }
        return data;
    }
}
