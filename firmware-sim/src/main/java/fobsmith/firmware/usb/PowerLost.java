package fobsmith.firmware.usb;

/**
 * A simulated device lost its power in the middle of what it was doing: the plug was pulled, or a test cut the power. The
 * transfer is never answered, nor is any other before {@link UsbFunction#reset}. A {@link SmartCard} may throw it from any
 * of its methods; a port treats the device as gone.
 */
public final class PowerLost extends RuntimeException {
    public PowerLost(String message) {
        super(message);
    }

    public PowerLost(String message, Throwable cause) {
        super(message, cause);
    }
}
