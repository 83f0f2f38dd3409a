package fobsmith.devices.flipper;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.serial.SerialPort;

/**
 * Flipper Zero with the Authenticator application, on a serial port over USB. Its ids are those of every serial port of this
 * chip maker, so its manufacturer counts as well. Of a port that the operator named nothing is known; it is asked.
 */
public final class FlipperDriver implements TokenDriver {
    private static final int VENDOR = 0x0483;
    private static final int PRODUCT = 0x5740;
    private static final String MAKER = "Flipper Devices Inc.";

    @Override
    public String manufacturer() {
        return FlipperSession.MANUFACTURER;
    }

    @Override
    public String model() {
        return FlipperSession.MODEL;
    }

    @Override
    public boolean recognises(Port port) {
        return port instanceof SerialPort serial && (serial.named() || isFlipper(serial));
    }

    private static boolean isFlipper(SerialPort port) {
        return port.vendor() == VENDOR
                && port.product() == PRODUCT
                && port.manufacturer().equals(MAKER);
    }

    @Override
    public FlipperSession open(Port port) {
        return FlipperSession.open(((SerialPort) port).open(), port.place(), FlipperTiming.USUAL);
    }
}
