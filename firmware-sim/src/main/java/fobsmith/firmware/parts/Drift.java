package fobsmith.firmware.parts;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How one token's crystal strays from real time: with the age of t years since production its rate is
 * {@code initialPpm + ageingPpmPerYear·t − 0.034·(T(t) − 25)²} ppm at {@code T(t) = meanCelsius + seasonalCelsius·sin(2πt)},
 * the parabola of a 32.768 kHz tuning fork. Positive is fast.
 *
 * @param initialPpm rate at production at 25 degrees, −100,000 to 100,000 ppm
 * @param ageingPpmPerYear −1,000 to 1,000
 * @param meanCelsius mean temperature where the token lives, −50 to 100 degrees
 * @param seasonalCelsius amplitude of the year's temperature, 0 to 50 degrees
 * @param productionOffsetSeconds error of the clock when it was first set, −86,400 to 86,400
 * @param shelfDays age of the token when the simulator first meets it, 0 to 36,525
 */
public record Drift(
        double initialPpm,
        double ageingPpmPerYear,
        double meanCelsius,
        double seasonalCelsius,
        double productionOffsetSeconds,
        double shelfDays) {

    /** A perfect clock. */
    public static final Drift NONE = constant(0);

    private static final double TURNOVER_CELSIUS = 25;
    private static final double PPM_PER_SQUARE_CELSIUS = 0.034;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final double PARTS_PER_MILLION = 1e-6;

    public Drift {
        requireBetween("initialPpm", initialPpm, -100_000, 100_000);
        requireBetween("ageingPpmPerYear", ageingPpmPerYear, -1_000, 1_000);
        requireBetween("meanCelsius", meanCelsius, -50, 100);
        requireBetween("seasonalCelsius", seasonalCelsius, 0, 50);
        requireBetween("productionOffsetSeconds", productionOffsetSeconds, -SECONDS_PER_DAY, SECONDS_PER_DAY);
        requireBetween("shelfDays", shelfDays, 0, 36_525);
    }

    private static void requireBetween(String name, double value, long least, long most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s %s is not between %d and %d".formatted(name, value, least, most));
        }
    }

    /** A clock that strays by the same rate at any age and in any weather. */
    public static Drift constant(double ppm) {
        return new Drift(ppm, 0, TURNOVER_CELSIUS, 0, 0, 0);
    }

    /** One token out of a box of ordinary ones, by the distributions of {@code docs/tokens.md}. */
    public static Drift draw(RandomGenerator random) {
        return new Drift(
                initialPpm(random),
                random.nextGaussian(),
                Math.clamp(random.nextGaussian(24, 4), -50, 100),
                3,
                random.nextDouble(-2, 2),
                random.nextDouble(0, 2 * DAYS_PER_YEAR));
    }

    /** Makers sort out crystals beyond 20 ppm. */
    private static double initialPpm(RandomGenerator random) {
        double ppm = random.nextGaussian(0, 4.8);
        return Math.abs(ppm) <= 20 ? ppm : initialPpm(random);
    }

    /** Error of a clock of this age that was never set again. */
    public Duration errorAt(Duration age) {
        return seconds(productionOffsetSeconds).plus(gainedAt(age));
    }

    /** What the rate alone has added since production: its integral over the age, in closed form. */
    Duration gainedAt(Duration age) {
        double years = (age.getSeconds() + age.getNano() * 1e-9) / (SECONDS_PER_DAY * DAYS_PER_YEAR);
        double ppmYears = initialPpm * years
                + ageingPpmPerYear * years * years / 2
                - PPM_PER_SQUARE_CELSIUS * squareCelsiusYears(years);
        return seconds(ppmYears * PARTS_PER_MILLION * DAYS_PER_YEAR * SECONDS_PER_DAY);
    }

    /** Integral of (mean − 25 + amplitude·sin(2πt))² from 0 to the given years. */
    private double squareCelsiusYears(double years) {
        double off = meanCelsius - TURNOVER_CELSIUS;
        double turn = 2 * Math.PI;
        return off * off * years
                + 2 * off * seasonalCelsius * (1 - Math.cos(turn * years)) / turn
                + seasonalCelsius * seasonalCelsius * (years / 2 - Math.sin(2 * turn * years) / (4 * turn));
    }

    Duration shelfTime() {
        return seconds(shelfDays * SECONDS_PER_DAY);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
