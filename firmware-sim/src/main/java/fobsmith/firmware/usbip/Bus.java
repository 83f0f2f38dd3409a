package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.UsbFunction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Which devices are plugged in where, and by which attachment each is imported. Thread-safe. */
final class Bus {
    /** Number 1 is the hub's. */
    private static final int FIRST = 2;

    private static final int LAST = 0xffff;

    private final Map<String, PluggedDevice> devices = new TreeMap<>();
    private final Map<PluggedDevice, Attachment> importers = new HashMap<>();

    /** A device that is plugged in again may still be in the hands of an attachment that was unplugged in mid-transfer. */
    private final Map<UsbFunction, Semaphore> turns = new WeakHashMap<>();

    private final Duration patience;
    private int next = FIRST;

    /** @param patience how long whoever wants a device waits for the one who has it */
    Bus(Duration patience) {
        this.patience = patience;
    }

    synchronized void plug(String busId, UsbFunction function, ListedIds ids) {
        if (devices.containsKey(busId)) {
            throw new IllegalStateException("a device is plugged in at bus id %s already".formatted(busId));
        }
        var turn = turns.computeIfAbsent(function, _ -> new Semaphore(1));
        devices.put(busId, new PluggedDevice(busId, next, function, ids, turn));
        next = next == LAST ? FIRST : next + 1;
    }

    /** Pulls the cable; whoever imported the device loses the connection. */
    synchronized void unplug(PluggedDevice device) {
        devices.remove(device.busId(), device);
        Optional.ofNullable(importers.remove(device)).ifPresent(Attachment::hangUp);
    }

    synchronized Optional<PluggedDevice> find(String busId) {
        return Optional.ofNullable(devices.get(busId));
    }

    synchronized List<PluggedDevice> devices() {
        return List.copyOf(devices.values());
    }

    /**
     * Takes a device for one attachment alone; false where another has it, or it is gone. Whoever has just hung up may not
     * have been noticed yet, so a device that is taken is given a moment.
     */
    boolean take(PluggedDevice device, Attachment importer) {
        return waitForTurn(device.turn()) && isTaken(device, importer);
    }

    private boolean waitForTurn(Semaphore turn) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean isTaken(PluggedDevice device, Attachment importer) {
        boolean plugged = devices.containsValue(device);
        if (plugged) {
            importers.put(device, importer);
        } else {
            device.turn().release();
        }
        return plugged;
    }

    void giveBack(PluggedDevice device) {
        synchronized (this) {
            importers.remove(device);
        }
        device.turn().release();
    }
}
