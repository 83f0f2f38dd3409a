package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import java.util.regex.Pattern;

/**
 * A Molto2 as it leaves the factory, but for its customer key, which is handed over beside this.
 *
 * @param serial 14 letters and digits; those of the factory are assumed to be digits beginning with 865
 * @param profiles 100 for a Molto2 v2, 50 for v1
 */
public record Molto2Description(String serial, int profiles, Drift drift, Molto2Assumptions assumptions) {
    /** The serial of a token that nobody has given one; assumed in its form. */
    public static final String FIRST_SERIAL = "86590300000001";

    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9]{14}");

    public Molto2Description {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("serial \"%s\" is not 14 letters and digits".formatted(serial));
        }
        if (profiles != 50 && profiles != 100) {
            throw new IllegalArgumentException("profiles %d is neither 50 nor 100".formatted(profiles));
        }
    }

    /** A Molto2 v2 with a perfect clock that does as usual. */
    public static Molto2Description of(String serial) {
        return new Molto2Description(serial, 100, Drift.NONE, Molto2Assumptions.USUAL);
    }

    public Molto2Description withProfiles(int other) {
        return new Molto2Description(serial, other, drift, assumptions);
    }

    public Molto2Description withDrift(Drift other) {
        return new Molto2Description(serial, profiles, other, assumptions);
    }

    public Molto2Description withAssumptions(Molto2Assumptions other) {
        return new Molto2Description(serial, profiles, drift, other);
    }
}
