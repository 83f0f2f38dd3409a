package fobsmith.oath;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Finds the time step a typed code belongs to, within bounds that follow the quality of a token's clock (RFC 6238 sections
 * 5.2 and 6, RFC 4226 section 7.4). Pure: time and memory come in, a {@link Verification} goes out; storing it is the
 * caller's. Thread-safe.
 */
public final class OtpVerifier {
    /** A sign-in may be this many steps old or new before the clock's own uncertainty is added. */
    private static final int SIGN_IN_BACK = 2;

    private static final int SIGN_IN_AHEAD = 1;

    /** A crystal gains or loses this much between two sign-ins that taught us its drift. */
    private static final double SIGN_IN_PPM = 20e-6;

    private static final int SIGN_IN_WIDEST = 2;

    /** Reach of Enable and Resync: ten minutes either way, as four-year-old stock needs. */
    private static final int PAIR_REACH = 20;

    private static final double PAIR_PPM = 25e-6;

    /** Reach, in steps, for stock of unknown age: a day of 30-second steps; also the bound for every other search. */
    private static final int PAIR_WIDEST = 2_880;

    /** Stock of unknown age is judged as if its battery were about to end. */
    private static final Duration OLDEST_STOCK = Duration.ofDays(5 * 365);

    /** One code, at sign-in. */
    public Verification signIn(
            Seed seed, OtpProfile.Totp profile, TokenClock clock, OneTimePassword code, Instant now) {
        long lowest = firstStepOfSignIn(profile, clock, now);
        long highest = lastStepOfSignIn(profile, clock, now);
        return Codes.with(seed, profile, codes -> {
            var matches = LongStream.rangeClosed(lowest, highest)
                    .filter(step -> codes.at(step).equals(code))
                    .toArray();
            return judge(matches, clock, profile, now);
        });
    }

    /** The oldest step that a sign-in would take just now, if nothing had been consumed. */
    public static long firstStepOfSignIn(OtpProfile.Totp profile, TokenClock clock, Instant now) {
        long centre = now.toEpochMilli() + clock.driftMillis();
        return Math.floorDiv(centre - widened(profile, clock, now), profile.stepMillis()) - SIGN_IN_BACK;
    }

    /** The newest step that a sign-in would take just now. */
    public static long lastStepOfSignIn(OtpProfile.Totp profile, TokenClock clock, Instant now) {
        long centre = now.toEpochMilli() + clock.driftMillis();
        return Math.floorDiv(centre + widened(profile, clock, now), profile.stepMillis()) + SIGN_IN_AHEAD;
    }

    private static long widened(OtpProfile.Totp profile, TokenClock clock, Instant now) {
        return Math.min(
                Math.round(clock.unobserved(now).toMillis() * SIGN_IN_PPM), SIGN_IN_WIDEST * profile.stepMillis());
    }

    private static Verification judge(long[] matches, TokenClock clock, OtpProfile.Totp profile, Instant now) {
        for (long step : matches) {
            if (step >= clock.nextStep()) {
                var offset = Offset.provenBy(profile, step, now.toEpochMilli());
                return new Verification.Accepted(step, step + 1, offset, offset.nearestTo(clock.driftMillis()), false);
            }
        }
        return matches.length == 0 ? new Verification.NoMatch() : new Verification.Consumed();
    }

    /**
     * Two codes of strictly consecutive steps, the older first: Enable, Resync, proof and check. The second code alone
     * teaches the drift, so codes sent late teach a wrong one, which the next resynchronisation mends.
     */
    public Verification pair(
            Seed seed,
            OtpProfile.Totp profile,
            TokenClock clock,
            OneTimePassword first,
            OneTimePassword second,
            Instant now) {
        if (first.equals(second)) {
            return new Verification.NoMatch();
        }
        long centre = Math.floorDiv(now.toEpochMilli() + clock.driftMillis(), profile.stepMillis());
        return Codes.with(seed, profile, codes -> {
            LongPredicate isSecond =
                    step -> codes.at(step).equals(second) && codes.at(step - 1).equals(first);
            var found = nearestFirst(centre, reach(profile, clock, now))
                    .filter(isSecond)
                    .toArray();
            return judgePair(found, clock, profile, now);
        });
    }

    private static Verification judgePair(long[] found, TokenClock clock, OtpProfile.Totp profile, Instant now) {
        for (long step : found) {
            if (step - 1 >= clock.nextStep()) {
                var offset = Offset.provenBy(profile, step, now.toEpochMilli());
                return new Verification.Accepted(
                        step, step + 1, offset, offset.middleMillis(), isSuspect(offset, clock, profile, now));
            }
        }
        return found.length == 0 ? new Verification.NoMatch() : new Verification.Consumed();
    }

    private static LongStream nearestFirst(long centre, int reach) {
        return LongStream.concat(
                LongStream.of(centre),
                LongStream.rangeClosed(1, reach).flatMap(away -> LongStream.of(centre - away, centre + away)));
    }

    private static int reach(OtpProfile.Totp profile, TokenClock clock, Instant now) {
        return clock.sinceLesson(now)
                .map(age -> PAIR_REACH + (long) Math.ceil(age.toMillis() * PAIR_PPM / profile.stepMillis()))
                .map(steps -> (int) Math.min(steps, PAIR_WIDEST))
                .orElse(PAIR_WIDEST);
    }

    private static boolean isSuspect(Offset offset, TokenClock clock, OtpProfile.Totp profile, Instant now) {
        var age = clock.sinceLesson(now).orElse(OLDEST_STOCK);
        long bound = profile.stepMillis() + Math.round(age.toMillis() * SIGN_IN_PPM);
        return Math.abs(offset.middleMillis() - clock.driftMillis()) > bound;
    }
}
