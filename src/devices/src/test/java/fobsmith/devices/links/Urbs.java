package fobsmith.devices.links;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.UsbSilence;
import fobsmith.firmware.usb.UsbStall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** The transfers that libusb has submitted to one open node: those that wait for data, and those that it has yet to reap. */
final class Urbs {
    private static final int TOWARDS_HOST = 0x80;
    private static final byte[] NOTHING = {};

    private final MockedDevice device;
    private final List<Urb> waiting = new ArrayList<>();

    /** Those of the waiting that the device will never answer. */
    private final List<Urb> hopeless = new ArrayList<>();

    private final Queue<Urb> finished = new ArrayDeque<>();

    Urbs(MockedDevice device) {
        this.device = device;
    }

    void submit(IoctlConnection memory, Urb urb) throws IOException {
        waiting.add(urb);
        carryOut(memory, urb);
        memory.done();
    }

    /**
     * Hands back one that is finished, also after the device is gone. Libusb asks again and again while something waits, for
     * poll finds the node always ready; so this takes a moment over it.
     */
    void reap(IoctlConnection memory, long argument) throws IOException {
        carryOutWaiting(memory);
        if (finished.isEmpty() && !waiting.isEmpty() && isReadyInAMoment()) {
            carryOutWaiting(memory);
        }
        var urb = finished.poll();
        if (urb != null) {
            memory.poke(argument, address(urb));
            memory.done();
        } else {
            memory.fail(device.isGone() ? Errno.NO_DEVICE : Errno.AGAIN);
        }
    }

    void discard(IoctlConnection memory, long address) throws IOException {
        var found = waiting.stream().filter(urb -> urb.address() == address).findFirst();
        if (found.isEmpty()) {
            memory.fail(Errno.INVALID);
            return;
        }
        found.get().fail(memory, Errno.NO_ENTRY);
        finish(found.get());
        memory.done();
    }

    private void carryOutWaiting(IoctlConnection memory) throws IOException {
        for (var urb : List.copyOf(waiting)) {
            if (!device.isGone() && !hopeless.contains(urb)) {
                carryOut(memory, urb);
            }
        }
        if (device.isGone()) {
            for (var urb : List.copyOf(waiting)) {
                urb.fail(memory, Errno.SHUT_DOWN);
                finish(urb);
            }
        }
    }

    /** Finishes it, or leaves it waiting: for data, or for its end with the device. */
    private void carryOut(IoctlConnection memory, Urb urb) throws IOException {
        try {
            if (urb.isControl()) {
                control(memory, urb);
            } else if ((urb.endpoint() & TOWARDS_HOST) != 0) {
                in(memory, urb);
            } else {
                device.function().out(urb.endpoint(), urb.data(memory));
                urb.finishOut(memory);
                finish(urb);
            }
        } catch (UsbStall e) {
            urb.fail(memory, Errno.PIPE);
            finish(urb);
        } catch (UsbSilence e) {
            hopeless.add(urb);
        } catch (PowerLost e) {
            device.losePower();
        }
    }

    private void control(IoctlConnection memory, Urb urb) throws IOException {
        var setup = urb.setup(memory);
        if ((setup[0] & TOWARDS_HOST) != 0) {
            urb.finishIn(memory, device.function().control(setup, NOTHING));
        } else {
            device.function().control(setup, urb.data(memory));
            urb.finishOut(memory);
        }
        finish(urb);
    }

    private void in(IoctlConnection memory, Urb urb) throws IOException {
        var data = device.function().in(urb.endpoint(), urb.length());
        if (data.isPresent()) {
            urb.finishIn(memory, data.get());
            finish(urb);
        }
    }

    private void finish(Urb urb) {
        waiting.remove(urb);
        hopeless.remove(urb);
        finished.add(urb);
    }

    private boolean isReadyInAMoment() {
        try {
            return device.ready().tryAcquire(300, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] address(Urb urb) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(urb.address())
                .array();
    }
}
