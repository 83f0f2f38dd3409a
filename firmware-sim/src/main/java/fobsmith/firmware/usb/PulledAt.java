package fobsmith.firmware.usb;

import java.util.Optional;

/**
 * A device whose cable is pulled at its n-th transfer, once: from then on everything throws {@link PowerLost} until it is
 * plugged in again, which is {@link #reset}. A read that finds no data and a refused request are no transfers. Thread-safe.
 */
public final class PulledAt implements UsbFunction {
    /** When the cable is pulled. */
    public enum Moment {
        /** The transfer never reaches the device; of a read, the data is lost. */
        BEFORE,
        /** The device has done what it was told, and the host does not hear of it. */
        AFTER
    }

    private final UsbFunction device;
    private final int pulled;
    private final Moment moment;
    private int transfers;
    private boolean plugged = true;

    /** @param transfer 1 for the first */
    public PulledAt(int transfer, Moment moment, UsbFunction device) {
        this.pulled = transfer;
        this.moment = moment;
        this.device = device;
    }

    /** How many transfers there have been: with a cable that is pulled late enough, how many a conversation takes. */
    public synchronized int transfers() {
        return transfers;
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
    public synchronized void reset() {
        plugged = true;
        device.reset();
    }

    @Override
    public synchronized byte[] control(byte[] setup, byte[] data) {
        begin();
        var answer = device.control(setup, data);
        end();
        return answer;
    }

    @Override
    public synchronized void out(int endpoint, byte[] data) {
        begin();
        device.out(endpoint, data);
        end();
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        requirePlugged();
        var data = device.in(endpoint, capacity);
        data.ifPresent(_ -> end());
        return data;
    }

    @Override
    public void onReady(Runnable listener) {
        device.onReady(listener);
    }

    private void begin() {
        requirePlugged();
        if (moment == Moment.BEFORE && transfers + 1 == pulled) {
            end();
        }
    }

    private void end() {
        transfers++;
        plugged = transfers != pulled;
        requirePlugged();
    }

    private void requirePlugged() {
        if (!plugged) {
            throw new PowerLost("the cable was pulled at transfer %d".formatted(pulled));
        }
    }
}
