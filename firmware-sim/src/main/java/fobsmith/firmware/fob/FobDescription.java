package fobsmith.firmware.fob;

import fobsmith.firmware.parts.Drift;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A fob but for its seed, which is handed over beside this and never in it.
 *
 * @param serial 1 to 256 letters, digits or {@code _+=/:,.@-}: a printed serial or the ARN of a virtual device
 * @param lit how long the display shows a code after the button was pressed, up to an hour in whole seconds; zero for a fob
 *     without a button, whose display is always on
 */
public record FobDescription(String serial, Profile profile, Duration lit, Drift drift) {
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9_+=/:,.@-]{1,256}");
    private static final Duration LONGEST_LIT = Duration.ofHours(1);

    public FobDescription {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException(
                    "serial \"%s\" is not 1 to 256 letters, digits or _+=/:,.@-".formatted(serial));
        }
        if (lit.isNegative() || lit.compareTo(LONGEST_LIT) > 0 || !lit.equals(lit.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a display cannot stay lit for %s".formatted(lit));
        }
    }

    /** A fob with the usual profile, no button and a perfect clock. */
    public static FobDescription of(String serial) {
        return new FobDescription(serial, Profile.USUAL, Duration.ZERO, Drift.NONE);
    }

    public FobDescription withProfile(Profile other) {
        return new FobDescription(serial, other, lit, drift);
    }

    public FobDescription withButton(Duration otherLit) {
        return new FobDescription(serial, profile, otherLit, drift);
    }

    public FobDescription withDrift(Drift other) {
        return new FobDescription(serial, profile, lit, other);
    }

    /** Whether a code is shown only after a press. */
    public boolean button() {
        return lit.isPositive();
    }
}
