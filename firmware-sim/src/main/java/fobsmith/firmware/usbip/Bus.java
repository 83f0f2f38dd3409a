package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.UsbFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Which devices are plugged in where, and over which connection each is imported. Thread-safe. */
final class Bus {
    /** Number 1 is the hub's. */
    private static final int FIRST = 2;

    private static final int LAST = 0xffff;

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Map<String, PluggedDevice> devices = new TreeMap<>();
    private final Map<PluggedDevice, Socket> importers = new HashMap<>();
    private int next = FIRST;

    synchronized void plug(String busId, UsbFunction function) {
        if (devices.containsKey(busId)) {
            throw new IllegalStateException("a device is plugged in at bus id %s already".formatted(busId));
        }
        devices.put(busId, PluggedDevice.at(busId, next, function));
        next = next == LAST ? FIRST : next + 1;
    }

    /** Pulls the cable; whoever imported the device loses the connection. */
    synchronized void unplug(PluggedDevice device) {
        devices.remove(device.busId(), device);
        var importer = importers.remove(device);
        if (importer != null) {
            hangUp(importer);
        }
    }

    synchronized Optional<PluggedDevice> find(String busId) {
        return Optional.ofNullable(devices.get(busId));
    }

    synchronized List<PluggedDevice> devices() {
        return List.copyOf(devices.values());
    }

    /**
     * Takes a device for one connection alone; false where another has it, or it is gone. Whoever has just hung up may not
     * have been noticed yet, so a device that is taken is given a moment.
     */
    boolean take(PluggedDevice device, Socket importer) {
        return waitForTurn(device) && isTaken(device, importer);
    }

    private static boolean waitForTurn(PluggedDevice device) {
        try {
            return device.turn().tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean isTaken(PluggedDevice device, Socket importer) {
        boolean plugged = devices.containsValue(device);
        if (plugged) {
            importers.put(device, importer);
        }
        return plugged;
    }

    void giveBack(PluggedDevice device) {
        synchronized (this) {
            importers.remove(device);
        }
        device.turn().release();
    }

    static void hangUp(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
