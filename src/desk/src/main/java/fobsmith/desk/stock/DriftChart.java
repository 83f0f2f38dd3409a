package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.iam.console.TokenDetail;
import fobsmith.registry.DriftLesson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * How far a token's clock has been off, in seconds, lesson by lesson; behind the line, as a band, how far it may be off just now
 * with its codes still taken at a sign-in. Screen's thread.
 */
public final class DriftChart extends LineChart<Number, Number> {
    /** More points than that are a blur; the newest are drawn. */
    static final int LESSONS = 200;

    private static final double TICKS = 4;
    private static final double LEAST_SECONDS = 30;
    private static final double LEAST_TIME = 60 * 60;

    private final Region band = new Region();
    private @Nullable DriftBand window;

    public DriftChart() {
        super(new NumberAxis(), new NumberAxis());
        getStyleClass().add("drift-chart");
        band.getStyleClass().add("drift-band");
        band.setManaged(false);
        setAnimated(false);
        setLegendVisible(false);
        getPlotChildren().addFirst(band);
    }

    void show(TokenDetail detail, Messages messages) {
        var lessons = detail.lessons().stream().limit(LESSONS).toList().reversed();
        window = DriftBand.of(detail);
        var words = new StockWords(messages);
        rangeOfTime(lessons, words);
        rangeOfDrift(lessons);
        getYAxis().setLabel(messages.text("stock.chart.axis"));
        var line = new Series<Number, Number>();
        lessons.forEach(
                lesson -> line.getData().add(new Data<>(lesson.at().getEpochSecond(), lesson.driftMillis() / 1000.0)));
        getData().setAll(List.of(line));
        setAccessibleText(messages.text(
                "stock.chart.accessible",
                String.valueOf(lessons.size()),
                words.drift(detail.token().clock().driftMillis())));
        requestChartLayout();
    }

    private void rangeOfTime(List<DriftLesson> lessons, StockWords words) {
        double first = lessons.isEmpty() ? 0 : lessons.getFirst().at().getEpochSecond();
        double last = lessons.isEmpty() ? 0 : lessons.getLast().at().getEpochSecond();
        var axis = (NumberAxis) getXAxis();
        range(axis, first, last, LEAST_TIME);
        var shown = Duration.ofSeconds((long) (axis.getUpperBound() - axis.getLowerBound()));
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number seconds) {
                return words.tick(Instant.ofEpochSecond(seconds.longValue()), shown);
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("nobody types on an axis");
            }
        });
    }

    private void rangeOfDrift(List<DriftLesson> lessons) {
        var drawn = DoubleStream.concat(
                        lessons.stream().mapToDouble(lesson -> lesson.driftMillis() / 1000.0),
                        window == null ? DoubleStream.of(0) : DoubleStream.of(window.lowest(), window.highest()))
                .summaryStatistics();
        range((NumberAxis) getYAxis(), drawn.getMin(), drawn.getMax(), LEAST_SECONDS);
    }

    private static void range(NumberAxis axis, double lowest, double highest, double least) {
        double margin = Math.max(least / 2, (highest - lowest) * 0.1);
        axis.setAutoRanging(false);
        axis.setForceZeroInRange(false);
        axis.setMinorTickVisible(false);
        axis.setLowerBound(Math.floor(lowest - margin));
        axis.setUpperBound(Math.ceil(highest + margin));
        axis.setTickUnit(Math.max(1, Math.ceil((axis.getUpperBound() - axis.getLowerBound()) / TICKS)));
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        var drawn = window;
        band.setVisible(drawn != null);
        if (drawn != null) {
            double top = getYAxis().getDisplayPosition(drawn.highest());
            double bottom = getYAxis().getDisplayPosition(drawn.lowest());
            band.resizeRelocate(0, top, getXAxis().getWidth(), bottom - top);
        }
    }

    /** Where the band begins and ends, in seconds; null where there is none. */
    @Nullable
    DriftBand window() {
        return window;
    }

    /** The line as drawn: seconds the clock was off, oldest first. */
    List<Double> line() {
        return getData().stream()
                .flatMap(series -> series.getData().stream())
                .map(point -> Objects.requireNonNull(point.getYValue()).doubleValue())
                .toList();
    }
}
