package fobsmith.provisioning;

import fobsmith.devices.TokenSession;
import fobsmith.registry.SerialNumber;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Under which serial number a profile of a token stands in the registry. */
public final class Identity {
    /** Two digits name a profile. */
    private static final int SLOTS = 100;

    private Identity() {}

    /** The token's own serial for the first profile, {@code SERIAL:07} for profile 7. */
    public static SerialNumber serial(TokenSession token, int slot) {
        return new SerialNumber.Hardware(slot == 0 ? token.serial() : "%s:%02d".formatted(token.serial(), slot));
    }

    /** Which profile of this token stands under that serial number; empty where it is another token's. */
    static OptionalInt slot(TokenSession token, SerialNumber serial) {
        return IntStream.range(0, SLOTS)
                .filter(slot -> serial(token, slot).equals(serial))
                .findFirst();
    }

    /** Whether that serial number is the token's that tells this one, or that of a profile of it. */
    public static boolean isOf(String told, SerialNumber serial) {
        var value = serial.value();
        return value.equalsIgnoreCase(told) || value.regionMatches(true, 0, told + ":", 0, told.length() + 1);
    }
}
