package fobsmith.bench;

import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The transfers of a driver with one device, kept so that the bare link can make the same again. Transfers are copied. */
public final class UsbTape {
    private final List<Transfer> transfers = new ArrayList<>();
    private boolean ended;

    @FunctionalInterface
    private interface Transfer {
        /** How many bytes went. */
        int on(UsbDevice device);
    }

    /** The device for the driver; what goes through it is kept, and nothing else of it is changed. */
    public UsbDevice recording(UsbDevice device) {
        return new Recorder(device);
    }

    /**
     * Forgets what was kept, does this, and keeps its transfers; from then on what goes is not kept any more.
     *
     * @throws IllegalStateException where those are not so many
     */
    public void keep(int expected, Runnable verb) {
        transfers.clear();
        verb.run();
        ended = true;
        if (transfers.size() != expected) {
            throw new IllegalStateException("%d transfers instead of %d".formatted(transfers.size(), expected));
        }
    }

    /** Makes the transfers on the bare device; how many bytes went. */
    public int play(UsbDevice bare) {
        int bytes = 0;
        for (var transfer : transfers) {
            bytes += transfer.on(bare);
        }
        return bytes;
    }

    private void keep(Transfer transfer) {
        if (!ended) {
            transfers.add(transfer);
        }
    }

    private final class Recorder implements UsbDevice {
        private final UsbDevice device;

        Recorder(UsbDevice device) {
            this.device = device;
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
            keep(bare -> bare.controlIn(setup, timeout).length);
            return device.controlIn(setup, timeout);
        }

        @Override
        public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
            if (!ended) {
                var copy = data.clone();
                transfers.add(bare -> {
                    bare.controlOut(setup, copy, timeout);
                    return copy.length;
                });
            }
            device.controlOut(setup, data, timeout);
        }

        @Override
        public void bulkOut(int endpoint, byte[] data, Duration timeout) {
            if (!ended) {
                var copy = data.clone();
                transfers.add(bare -> {
                    bare.bulkOut(endpoint, copy, timeout);
                    return copy.length;
                });
            }
            device.bulkOut(endpoint, data, timeout);
        }

        @Override
        public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
            keep(bare -> bare.bulkIn(endpoint, capacity, timeout).length);
            return device.bulkIn(endpoint, capacity, timeout);
        }

        @Override
        public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
            keep(bare -> bare.interruptIn(endpoint, capacity, timeout).length);
            return device.interruptIn(endpoint, capacity, timeout);
        }

        @Override
        public void close() {
            device.close();
        }
    }
}
