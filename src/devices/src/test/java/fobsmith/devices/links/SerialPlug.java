package fobsmith.devices.links;

import fobsmith.devices.serial.SerialPort;

/**
 * A simulated device on a serial cable. Closing it pulls the cable.
 *
 * @param port where it is plugged in
 */
public record SerialPlug(SerialPort port, Runnable cable) implements AutoCloseable {
    /** Pulls the cable, also in the middle of a dialogue; it cannot be put back. */
    public void unplug() {
        cable.run();
    }

    @Override
    public void close() {
        unplug();
    }
}
