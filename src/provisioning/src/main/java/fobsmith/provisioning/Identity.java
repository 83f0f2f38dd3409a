package fobsmith.provisioning;

import fobsmith.devices.TokenSession;
import fobsmith.registry.SerialNumber;

/** Under which serial number a profile of a token stands in the registry. */
public final class Identity {
    private Identity() {}

    /** The token's own serial for the first profile, {@code SERIAL:07} for profile 7. */
    public static SerialNumber serial(TokenSession token, int slot) {
        return new SerialNumber.Hardware(slot == 0 ? token.serial() : "%s:%02d".formatted(token.serial(), slot));
    }
}
