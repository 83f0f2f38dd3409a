package fobsmith.firmware;

import fobsmith.firmware.usb.UsbFunction;
import java.util.function.Supplier;

/** A socket of the USB/IP port, taken when the token is first plugged in. */
final class UsbSocket implements Socket {
    private final UsbSockets sockets;
    private final Supplier<UsbFunction> plug;
    private final Runnable powerOff;
    private String busId = "";
    private boolean plugged;

    /**
     * @param plug the token's USB side, anew each time it is plugged in
     * @param powerOff what becomes of the token when it is pulled out
     */
    UsbSocket(UsbSockets sockets, Supplier<UsbFunction> plug, Runnable powerOff) {
        this.sockets = sockets;
        this.plug = plug;
        this.powerOff = powerOff;
    }

    @Override
    public synchronized void plug() {
        unplug();
        if (busId.isEmpty()) {
            busId = sockets.take();
        }
        sockets.plug(busId, plug.get());
        plugged = true;
    }

    @Override
    public synchronized void unplug() {
        if (plugged) {
            plugged = false;
            sockets.unplug(busId);
            powerOff.run();
        }
    }

    @Override
    public synchronized void forget() {
        unplug();
        sockets.giveBack(busId);
        busId = "";
    }

    /** As long as the device has not lost its power. */
    @Override
    public synchronized String place() {
        return plugged && sockets.isIn(busId) ? busId : "";
    }
}
