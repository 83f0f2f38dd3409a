package fobsmith.devices;

import fobsmith.devices.usb.UsbPort;
import org.jspecify.annotations.Nullable;

/** A port, and the driver that recognises what is in it. */
record Plugged(Port port, TokenDriver driver) {
    String place() {
        return port.place();
    }

    /**
     * Whether it is none of the driver's after all, as opening shows where ids say too little; null where it did not tell, as when
     * another program has it.
     */
    @Nullable
    Boolean isForeign() {
        return switch (failure()) {
            case null -> false;
            case DeviceException.Unsupported _ -> true;
            default -> null;
        };
    }

    /** Whether it is plugged into this machine's own USB and another program has it there. */
    boolean isHeldOnUsb() {
        return port instanceof UsbPort usb && usb.isOfThisMachine() && failure() instanceof DeviceException.Unavailable;
    }

    /** Why it cannot be opened; null where it can. */
    private @Nullable DeviceException failure() {
        try {
            driver.open(port).close();
            return null;
        } catch (DeviceException e) {
            return e;
        }
    }
}
