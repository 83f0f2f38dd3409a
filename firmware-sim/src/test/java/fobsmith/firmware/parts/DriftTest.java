package fobsmith.firmware.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final int TOKENS = 20_000;
    private static final Duration YEAR = Duration.ofHours(8766);

    /**
     * The published table counts its years from production: error by age, production offset included, whatever part of the
     * age was spent on the shelf. Adding the shelf time on top would nearly double the first column.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 105, 309, 15, 43, 94, 100",
        "2, 216, 622, 7, 22, 66, 94",
        "4, 455, 1325, 4, 11, 35, 63",
    })
    void straysAsTheTableOfDriftFiguresSays(
            int years, double median, double percentile95, double one, double three, double ten, double twenty) {
        var errors = sortedErrors(YEAR.multipliedBy(years));
        assertThat(errors[TOKENS / 2]).isCloseTo(median, within(median * 0.03));
        assertThat(errors[TOKENS * 95 / 100]).isCloseTo(percentile95, within(percentile95 * 0.03));
        assertThat(percentWithin(1, errors)).isCloseTo(one, within(1.0));
        assertThat(percentWithin(3, errors)).isCloseTo(three, within(1.5));
        assertThat(percentWithin(10, errors)).isCloseTo(ten, within(1.5));
        assertThat(percentWithin(20, errors)).isCloseTo(twenty, within(1.5));
    }

    private static double[] sortedErrors(Duration age) {
        var random = new SplittableRandom(6238);
        var errors = IntStream.range(0, TOKENS)
                .mapToDouble(_ -> Math.abs(Drift.draw(random).errorAt(age).toMillis() / 1000.0))
                .toArray();
        Arrays.sort(errors);
        return errors;
    }

    private static double percentWithin(int steps, double[] sortedErrors) {
        return Arrays.stream(sortedErrors).filter(error -> error <= steps * 30).count() * 100.0 / TOKENS;
    }

    @Test
    void drawsEveryParameterFromItsRange() {
        var random = new SplittableRandom(32_768);
        var drifts =
                IntStream.range(0, TOKENS).mapToObj(_ -> Drift.draw(random)).toList();
        assertThat(drifts).allSatisfy(drift -> {
            assertThat(drift.initialPpm()).isBetween(-20.0, 20.0);
            assertThat(drift.productionOffsetSeconds()).isBetween(-2.0, 2.0);
            assertThat(drift.shelfDays()).isBetween(0.0, 730.5);
            assertThat(drift.seasonalCelsius()).isEqualTo(3);
        });
        assertThat(drifts.stream().mapToDouble(Drift::meanCelsius).average().orElseThrow())
                .isCloseTo(24, within(0.1));
        assertThat(drifts.stream().mapToDouble(Drift::shelfDays).average().orElseThrow())
                .isCloseTo(365, within(5.0));
    }

    @Test
    void sumsUpItsRateAsANumericIntegrationDoes() {
        var drift = new Drift(3.8, -1.5, 18, 7, 1.25, 0);
        double seconds = 1.25;
        int pieces = 300_000;
        double piece = 3.3 / pieces;
        for (int i = 0; i < pieces; i++) {
            double t = (i + 0.5) * piece;
            double off = 18 + 7 * Math.sin(2 * Math.PI * t) - 25;
            seconds += (3.8 - 1.5 * t - 0.034 * off * off) * 1e-6 * piece * YEAR.toSeconds();
        }
        var age = Duration.ofSeconds(Math.round(3.3 * YEAR.toSeconds()));
        assertThat(drift.errorAt(age).toMillis() / 1000.0).isCloseTo(seconds, within(0.002));
    }

    @Test
    void aClockThatGainsIsAhead() {
        assertThat(Drift.constant(10).errorAt(Duration.ofSeconds(1_000_000))).isEqualTo(Duration.ofSeconds(10));
        assertThat(Drift.constant(-10).errorAt(Duration.ofSeconds(1_000_000))).isEqualTo(Duration.ofSeconds(-10));
        assertThat(Drift.NONE.errorAt(YEAR.multipliedBy(100))).isZero();
    }

    @Test
    void aColdFobIsSlow() {
        var cold = new Drift(0, 0, 5, 0, 0, 0);
        assertThat(cold.errorAt(Duration.ofSeconds(1_000_000))).isEqualTo(Duration.ofMillis(-13_600));
    }

    @Test
    void refusesParametersNoFobHas() {
        assertThatThrownBy(() -> Drift.constant(Double.NaN)).hasMessageContaining("initialPpm NaN");
        assertThatThrownBy(() -> new Drift(0, 0, 500, 0, 0, 0)).hasMessageContaining("meanCelsius 500.0");
        assertThatThrownBy(() -> new Drift(0, 0, 25, 0, 0, -1)).hasMessageContaining("shelfDays -1.0");
    }
}
