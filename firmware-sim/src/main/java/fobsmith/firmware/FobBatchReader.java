package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.Profile;
import fobsmith.firmware.parts.Token;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one entry of a fleet file's {@code many}: so many display fobs with serials that count on from {@code firstSerial},
 * which ends in digits enough for all ({@code count}, 1 to 100,000), and optional {@code algorithm}, {@code digits},
 * {@code step}, {@code buttonSeconds} and {@code drift} as {@link FobReader} says, but that drift is {@code "random"} where
 * nothing else is said: each fob has an age, a rate and an error of its own, the same in every run.
 *
 * <p>Seeds are for tests only, since whoever knows the file knows them: of the SHA-512 hash of the ASCII text
 * {@code "RANDOMSEED SERIAL"} ({@code randomSeed} in decimal, 0 where it is not given, one blank, the serial) the first 20, 32
 * or 64 bytes, as long as the algorithm's own hash.
 */
final class FobBatchReader {
    private static final Set<String> FIELDS = Set.of(
            "model",
            "firstSerial",
            "count",
            "randomSeed",
            "algorithm",
            "digits",
            "step",
            "buttonSeconds",
            "drift",
            "comment");

    /** Of entries that are read here; so are those without a model. */
    static final String MODEL = "fob";

    private static final int MOST = 100_000;
    private static final int LONGEST_NUMBER = 18;
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,%d})".formatted(LONGEST_NUMBER));

    private final Json batch;
    private final String prefix;
    private final String firstNumber;
    private final int count;
    private final Profile profile;
    private final Duration lit;
    private final long randomSeed;

    private FobBatchReader(Json batch, Matcher firstSerial) {
        this.batch = batch;
        this.prefix = firstSerial.group(1);
        this.firstNumber = firstSerial.group(2);
        this.count = batch.whole("count");
        this.profile = FobReader.profile(batch);
        this.lit = Duration.ofSeconds(batch.whole("buttonSeconds", 0));
        this.randomSeed = batch.wholeLong("randomSeed", 0);
    }

    /** Hands one fob after the other over. */
    static void read(Json unnamed, InstantSource realTime, Consumer<Token> fobs) {
        var first = unnamed.text("firstSerial");
        var batch = unnamed.called("the batch from " + first);
        batch.requireOnly(FIELDS);
        try {
            var number = NUMBERED.matcher(first);
            if (!number.matches()) {
                throw new IllegalArgumentException("firstSerial does not end in digits");
            }
            new FobBatchReader(batch, number).make(realTime, fobs);
        } catch (Json.Complaint e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Json.Complaint("the batch from %s: %s".formatted(first, e.getMessage()));
        }
    }

    private void make(InstantSource realTime, Consumer<Token> fobs) {
        long first = Long.parseLong(firstNumber);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count %d is not between 1 and %d".formatted(count, MOST));
        }
        if (Long.toString(first + count - 1).length() > firstNumber.length()) {
            throw new IllegalArgumentException(
                    "%d digits are too few for %d serials".formatted(firstNumber.length(), count));
        }
        var form = "%s%0" + firstNumber.length() + "d";
        for (long number = first; number < first + count; number++) {
            fobs.accept(fob(form.formatted(prefix, number), realTime));
        }
    }

    private DisplayFob fob(String serial, InstantSource realTime) {
        var drift = batch.has("drift") ? FobReader.drift(serial, batch) : FobReader.randomDrift(serial, batch);
        var seed = seed(serial);
        try {
            return new DisplayFob(new FobDescription(serial, profile, lit, drift), seed, realTime);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private byte[] seed(String serial) {
        var hash = sha512("%d %s".formatted(randomSeed, serial).getBytes(US_ASCII));
        try {
            return Arrays.copyOf(hash, length());
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    private int length() {
        return switch (profile.algorithm()) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
    }

    private static byte[] sha512(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-512", e);
        }
    }
}
