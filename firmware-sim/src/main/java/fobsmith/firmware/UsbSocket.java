package fobsmith.firmware;

import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usbip.ListedIds;
import java.util.function.Supplier;

/** A socket of the USB/IP port, taken when the token is first plugged in. */
final class UsbSocket implements Socket {
    private final UsbSockets sockets;
    private final Supplier<UsbFunction> plug;
    private final Runnable powerOff;
    private final ListedIds ids;
    private String busId = "";
    private boolean plugged;

    /**
     * @param plug the token's USB side, anew each time it is plugged in
     * @param powerOff what becomes of the token when it is pulled out
     */
    UsbSocket(UsbSockets sockets, Supplier<UsbFunction> plug, Runnable powerOff) {
        this(sockets, plug, powerOff, ListedIds.TRUE);
    }

    /** As the other, with the ids by which USB/IP lists the token. */
    UsbSocket(UsbSockets sockets, Supplier<UsbFunction> plug, Runnable powerOff, ListedIds ids) {
        this.sockets = sockets;
        this.plug = plug;
        this.powerOff = powerOff;
        this.ids = ids;
    }

    @Override
    public synchronized void plug() {
        unplug();
        if (busId.isEmpty()) {
            busId = sockets.take();
        }
        sockets.plug(busId, plug.get(), ids);
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
