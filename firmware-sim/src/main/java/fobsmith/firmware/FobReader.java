package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.Profile;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Drift;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Reads one token as fleet files and the control API describe it: {@code serial} and base32 {@code seed}; optional
 * {@code algorithm} (SHA1), {@code digits} (6), {@code step} (30 s), {@code buttonSeconds} (none: always on) and
 * {@code drift}: the parameters of {@link Drift} by name, {@code {"ppm":x}}, or {@code "random"}, which draws them from the
 * serial and {@code randomSeed} (0), so that every run meets the same fob.
 */
final class FobReader {
    private static final Set<String> FIELDS =
            Set.of("serial", "seed", "algorithm", "digits", "step", "buttonSeconds", "drift", "randomSeed", "comment");
    private static final Set<String> DRIFT_FIELDS = Set.of(
            "initialPpm", "ageingPpmPerYear", "meanCelsius", "seasonalCelsius", "productionOffsetSeconds", "shelfDays");

    private FobReader() {}

    static DisplayFob read(Json unnamed, InstantSource realTime) {
        var serial = FobDescription.of(unnamed.text("serial")).serial();
        var token = unnamed.called("token " + serial);
        token.requireOnly(FIELDS);
        try {
            var lit = Duration.ofSeconds(token.whole("buttonSeconds", 0));
            return fob(new FobDescription(serial, profile(token), lit, drift(serial, token)), token, realTime);
        } catch (Json.Complaint e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Json.Complaint("token %s: %s".formatted(serial, e.getMessage()));
        }
    }

    private static DisplayFob fob(FobDescription description, Json token, InstantSource realTime) {
        var seed = seed(token);
        try {
            return new DisplayFob(description, seed, realTime);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static byte[] seed(Json token) {
        var text = token.text("seed").getBytes(US_ASCII);
        try {
            return Base32.decode(text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    static Profile profile(Json token) {
        var algorithm = token.has("algorithm") ? token.constant("algorithm", Algorithm.class) : Algorithm.SHA1;
        return new Profile(algorithm, token.whole("digits", 6), token.whole("step", 30));
    }

    /** As the token's {@code drift} says; the serial makes a random one its own. */
    static Drift drift(String serial, Json token) {
        if (!token.has("drift")) {
            return Drift.NONE;
        }
        if (!token.isText("drift")) {
            return drift(token.object("drift"));
        }
        if (!token.text("drift").equals("random")) {
            throw new IllegalArgumentException("drift is neither \"random\" nor a JSON object");
        }
        return randomDrift(serial, token);
    }

    /** Drawn from {@code randomSeed} and the serial. */
    static Drift randomDrift(String serial, Json token) {
        return Drift.draw(
                new SplittableRandom(token.wholeLong("randomSeed", 0) ^ (long) serial.hashCode() << Integer.SIZE));
    }

    /** Reads {@code {"ppm":x}} or the parameters by name; what is not given strays not. */
    static Drift drift(Json drift) {
        if (drift.has("ppm")) {
            drift.requireOnly(Set.of("ppm"));
            return Drift.constant(drift.number("ppm"));
        }
        drift.requireOnly(DRIFT_FIELDS);
        return new Drift(
                drift.number("initialPpm", 0),
                drift.number("ageingPpmPerYear", 0),
                drift.number("meanCelsius", 25),
                drift.number("seasonalCelsius", 0),
                drift.number("productionOffsetSeconds", 0),
                drift.number("shelfDays", 0));
    }
}
