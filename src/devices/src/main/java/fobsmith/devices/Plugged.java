package fobsmith.devices;

import fobsmith.devices.usb.UsbPort;
import org.jspecify.annotations.Nullable;

/** A port, and the driver that recognises what is in it. */
record Plugged(Port port, TokenDriver driver) {
    String place() {
        return port.place();
    }

    Stand stand() {
        return new Stand(place(), port.occupant());
    }

    /** Whether the PC/SC service of this machine, where it runs, may be about to take it from its place on USB. */
    boolean mayBeTaken() {
        return driver.hasOwnReader() && isOnOwnUsb();
    }

    /** Whether it is plugged into this machine's own USB. */
    boolean isOnOwnUsb() {
        return port instanceof UsbPort usb && usb.isOfThisMachine();
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

    /** Whether another program has it. */
    boolean isHeld() {
        return failure() instanceof DeviceException.Unavailable;
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
