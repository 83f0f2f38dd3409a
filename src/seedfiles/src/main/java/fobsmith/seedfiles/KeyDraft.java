package fobsmith.seedfiles;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a line says of a key, in the line's own words, on its way to a key package. */
final class KeyDraft {
    private static final int LONGEST_STEP = 86_400;

    private final Subject subject;
    private final String serial;
    String manufacturer = "";
    String model = "";
    String userId = "";
    String issuer = "";
    String keyId = "";
    String type = "totp";

    /** The file says nothing of it, and its format then means this one. */
    boolean typeAssumed;

    String algorithm = "";
    String digits = "";
    String timeStep = "";
    String counter = "";

    @Nullable
    Integer timeDrift;

    KeyDraft(SeedLine line, String serial) {
        this.serial = serial;
        // Not by the serial: where a delimiter is missing or too many, a part of the secret stands there. Nor is a
        // number quoted below.
        subject = new Subject("the token of " + line.place());
    }

    KeyDraft(Subject subject, String serial) {
        this.subject = subject;
        this.serial = serial;
    }

    Subject subject() {
        return subject;
    }

    /** Takes the seed's bytes over, also where it throws. */
    KeyPackage finish(byte[] seed, ReadingTerms terms) {
        try {
            var profile = profile(seed.length, terms);
            var next = profile instanceof OtpProfile.Hotp ? counter() : null;
            var device = new DeviceInfo(serial, manufacturer, model, userId, Validity.UNBOUNDED);
            var key = new KeyInfo(keyId, issuer, "", profile, timeDrift, next, Policy.NONE);
            return new KeyPackage(device, key, Seed.adopt(seed));
        } catch (SeedFileException e) {
            Arrays.fill(seed, (byte) 0);
            throw e;
        } catch (IllegalArgumentException _) {
            Arrays.fill(seed, (byte) 0);
            throw subject.refused("has a secret of %d bytes, not of 1 to 255".formatted(seed.length));
        }
    }

    private OtpProfile profile(int seedLength, ReadingTerms terms) {
        int length = digits.isEmpty() ? 6 : subject.number("code length", digits);
        var hash = hash(seedLength, terms);
        boolean eventBased = eventBased(terms);
        var step = step();
        try {
            return eventBased ? new OtpProfile.Hotp(hash, length) : new OtpProfile.Totp(hash, length, step);
        } catch (IllegalArgumentException _) {
            throw subject.refused("shows codes of a length that is not supported (6, 7, 8 or 10 are)");
        }
    }

    private boolean eventBased(ReadingTerms terms) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "totp" -> false;
            case "hotp" -> {
                if (!terms.eventBased()) {
                    throw subject.refused(
                            (typeAssumed ? "names no type, which means HOTP" : "is a HOTP token")
                                    + "; only TOTP tokens are taken",
                            Remedy.Taking.EVENT_BASED);
                }
                yield true;
            }
            default -> throw subject.refused("is of a type that is not supported; TOTP and HOTP are");
        };
    }

    private HmacAlgorithm hash(int seedLength, ReadingTerms terms) {
        if (!algorithm.isEmpty()) {
            try {
                return HmacAlgorithm.parse(algorithm);
            } catch (IllegalArgumentException _) {
                throw subject.refused("has a hash algorithm that is not supported; SHA1, SHA256 and SHA512 are");
            }
        }
        if (!terms.tolerate(Leniency.HASH_BY_SEED_LENGTH)) {
            return HmacAlgorithm.SHA1;
        }
        return switch (seedLength) {
            case 32 -> HmacAlgorithm.SHA256;
            case 64 -> HmacAlgorithm.SHA512;
            default -> HmacAlgorithm.SHA1;
        };
    }

    private Duration step() {
        int seconds = timeStep.isEmpty() ? 30 : subject.number("time step", timeStep);
        if (seconds < 1 || seconds > LONGEST_STEP) {
            throw subject.refused("has a time step that is not between 1 and %d seconds".formatted(LONGEST_STEP));
        }
        return Duration.ofSeconds(seconds);
    }

    private @Nullable Long counter() {
        return counter.isEmpty() ? null : Long.valueOf(subject.counter("counter", counter));
    }
}
