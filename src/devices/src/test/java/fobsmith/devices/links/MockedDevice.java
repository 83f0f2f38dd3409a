package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** What stands behind a node of usbfs: a simulated device, who has claimed which interface, whether it is still there. */
final class MockedDevice {
    private final UsbFunction function;
    private final Runnable whenPowerIsLost;
    private final Map<Integer, Object> claims = new HashMap<>();
    private final Semaphore ready = new Semaphore(0);
    private int openings;
    private volatile boolean gone;

    /** @param whenPowerIsLost the device is to be unplugged, of its own doing */
    MockedDevice(UsbFunction function, Runnable whenPowerIsLost) {
        this.function = function;
        this.whenPowerIsLost = whenPowerIsLost;
        function.onReady(ready::release);
    }

    UsbFunction function() {
        return function;
    }

    boolean isGone() {
        return gone;
    }

    void unplug() {
        gone = true;
        ready.release();
    }

    void losePower() {
        unplug();
        whenPowerIsLost.run();
    }

    /** Told whenever the device may have got data. */
    Semaphore ready() {
        return ready;
    }

    synchronized void opened() {
        openings++;
    }

    /** One opening less, and what was claimed by it is free. */
    synchronized void closed(Object caller) {
        openings--;
        claims.values().removeIf(caller::equals);
    }

    /** How many times it is open now. */
    synchronized int openings() {
        return openings;
    }

    boolean hasInterface(int number) {
        var descriptors = function.configurationDescriptor();
        for (int at = 0; at < descriptors.length; at += descriptors[at] & 0xff) {
            if (descriptors[at + 1] == 4 && descriptors[at + 2] == number) {
                return true;
            }
        }
        return false;
    }

    /** Whether the interface is the caller's now. */
    synchronized boolean claim(int number, Object caller) {
        return claims.putIfAbsent(number, caller) == null || caller.equals(claims.get(number));
    }

    synchronized void release(int number, Object caller) {
        claims.remove(number, caller);
    }
}
