package fobsmith.firmware.nitrokey;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.usb.ReaderIdentity;
import java.util.regex.Pattern;

/**
 * A token as it leaves the factory.
 *
 * @param serial of its smart card: 8 hexadecimal digits of lower case
 * @param firmwareMinor what it says of its firmware 0.x; whatever that is, it does as 0.15
 * @param codesNeedUserPin whether fresh flash is configured so
 */
public record NitrokeyDescription(
        String serial, NitrokeyModel model, int firmwareMinor, boolean codesNeedUserPin, Drift drift) {
    /** The serial of a token that nobody has given one. */
    public static final String FIRST_SERIAL = "00005b3a";

    static final int FIRMWARE_MAJOR = 0;

    private static final int USUAL_FIRMWARE_MINOR = 15;
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{8}");

    public NitrokeyDescription {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException(
                    "serial \"%s\" is not 8 hexadecimal digits of lower case".formatted(serial));
        }
        if (firmwareMinor < 0 || firmwareMinor > 255) {
            throw new IllegalArgumentException("firmware 0.%d is not between 0.0 and 0.255".formatted(firmwareMinor));
        }
    }

    /** A Nitrokey Pro 2 of firmware 0.15 with a perfect clock. */
    public static NitrokeyDescription of(String serial) {
        return new NitrokeyDescription(serial, NitrokeyModel.PRO, USUAL_FIRMWARE_MINOR, false, Drift.NONE);
    }

    public NitrokeyDescription withModel(NitrokeyModel other) {
        return new NitrokeyDescription(serial, other, firmwareMinor, codesNeedUserPin, drift);
    }

    public NitrokeyDescription withFirmwareMinor(int other) {
        return new NitrokeyDescription(serial, model, other, codesNeedUserPin, drift);
    }

    /** Fresh flash is configured so that codes are told only to who has entered the user PIN. */
    public NitrokeyDescription withCodesBehindUserPin(boolean other) {
        return new NitrokeyDescription(serial, model, firmwareMinor, other, drift);
    }

    public NitrokeyDescription withDrift(Drift other) {
        return new NitrokeyDescription(serial, model, firmwareMinor, codesNeedUserPin, other);
    }

    /** The serial as the card's number. */
    int number() {
        return Integer.parseUnsignedInt(serial, 16);
    }

    /** What it says of itself over USB. */
    public ReaderIdentity identity() {
        return model.identity(number());
    }
}
