package fobsmith.oath;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Explains two codes, typed one after the other, that a token shows and its row does not expect: was it the typing, the
 * clock, or was its seed file read wrongly? For operators who hold the token in hand; takes some tenths of a second. Pure.
 */
public final class Diagnosis {
    /** How far two right codes may lie apart. */
    private static final int MOST_APART = 5;

    /** Clocks of whatever quality are within this of ours, either way. */
    private static final Duration NEAR = Duration.ofHours(1);

    /** A clock that stood still was right within this time. */
    private static final Duration STOOD_STILL = Duration.ofDays(30);

    /** Where clocks begin that lost their power; they are looked for as long as they may have run since. */
    private static final List<Instant> BEGINNINGS =
            List.of(Instant.EPOCH, Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2010-01-01T00:00:00Z"));

    private static final Duration RAN_SINCE = Duration.ofDays(14);

    private static final List<Duration> TIME_STEPS = List.of(Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final OtpProfile.Totp stored;
    private final OneTimePassword first;
    private final OneTimePassword second;
    private final Instant now;

    private Diagnosis(OtpProfile.Totp stored, OneTimePassword first, OneTimePassword second, Instant now) {
        this.stored = stored;
        this.first = first;
        this.second = second;
        this.now = now;
    }

    /** What explains the two codes best; the first was typed first. The seed stays the caller's. */
    public static Finding of(
            Seed seed, OtpProfile.Totp stored, OneTimePassword first, OneTimePassword second, Instant now) {
        return new Diagnosis(stored, first, second, now).of(seed);
    }

    private Finding of(Seed seed) {
        if (first.equals(second)) {
            return new Finding.SameTwice();
        }
        return Codes.with(seed, stored, this::byTyping)
                .or(() -> byOtherProfile(seed))
                .or(() -> Codes.with(seed, stored, this::byClock))
                .orElseGet(Finding.Nothing::new);
    }

    private Optional<Finding> byTyping(Codes codes) {
        var firsts = near(stored).filter(step -> codes.at(step).equals(first)).toArray();
        for (long step : firsts) {
            if (codes.at(step - 1).equals(second)) {
                return Optional.of(new Finding.Swapped());
            }
            for (int apart = 2; apart <= MOST_APART; apart++) {
                if (codes.at(step + apart).equals(second)) {
                    return Optional.of(new Finding.Apart(apart));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> byOtherProfile(Seed seed) {
        return Arrays.stream(SeedReading.values())
                .flatMap(reading -> candidates(seed, reading))
                .findFirst();
    }

    private Stream<Finding> candidates(Seed seed, SeedReading reading) {
        return seed
                .use(bytes -> Optional.ofNullable(reading.of(bytes)))
                .filter(bytes -> bytes.length > 0 && bytes.length <= Seed.LONGEST)
                .stream()
                .flatMap(bytes -> candidates(bytes, reading).stream());
    }

    private List<Finding> candidates(byte[] bytes, SeedReading reading) {
        try (var other = Seed.adopt(bytes)) {
            return profiles()
                    .flatMap(profile -> fits(other, profile, reading).stream())
                    .toList();
        }
    }

    /** The stored profile comes first, so that nothing is blamed without need. */
    private Stream<OtpProfile.Totp> profiles() {
        return Stream.concat(
                        Stream.of(stored.algorithm()),
                        Arrays.stream(HmacAlgorithm.values()).filter(hash -> hash != stored.algorithm()))
                .flatMap(hash -> Stream.concat(Stream.of(stored.timeStep()), TIME_STEPS.stream())
                        .distinct()
                        .map(step -> new OtpProfile.Totp(hash, first.length(), step)));
    }

    private Optional<Finding> fits(Seed seed, OtpProfile.Totp profile, SeedReading reading) {
        return Codes.with(seed, profile, codes -> pair(codes, near(profile)))
                .map(step -> new Finding.OtherProfile(profile, reading, offset(profile, step)));
    }

    private Optional<Finding> byClock(Codes codes) {
        var stoodStill = LongStream.rangeClosed(stored.stepAt(now.minus(STOOD_STILL)), stored.stepAt(now));
        var begun = BEGINNINGS.stream()
                .map(beginning ->
                        LongStream.rangeClosed(stored.stepAt(beginning), stored.stepAt(beginning.plus(RAN_SINCE))));
        return Stream.concat(Stream.of(stoodStill), begun)
                .flatMap(steps -> pair(codes, steps).stream())
                .findFirst()
                .map(step -> new Finding.FarClock(offset(stored, step)));
    }

    /** The step of the second code. */
    private Optional<Long> pair(Codes codes, LongStream steps) {
        return steps.filter(step ->
                        codes.at(step).equals(second) && codes.at(step - 1).equals(first))
                .boxed()
                .findFirst();
    }

    private LongStream near(OtpProfile.Totp profile) {
        return LongStream.rangeClosed(profile.stepAt(now.minus(NEAR)), profile.stepAt(now.plus(NEAR)));
    }

    private Offset offset(OtpProfile.Totp profile, long step) {
        return Offset.provenBy(profile, step, now.toEpochMilli());
    }
}
