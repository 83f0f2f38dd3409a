package fobsmith.cli.token;

import fobsmith.provisioning.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says every second how far an import is: keys, rate, and the time left by the part of the file that is read. */
final class ProgressLine implements ImportProgress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PrintWriter screen;
    private final InstantSource clock;
    private final boolean overwriting;
    private final Instant begun;
    private Instant said;
    private boolean anything;

    /** On a terminal each line is written over the one before. */
    ProgressLine(PrintWriter screen, InstantSource clock, boolean overwriting) {
        this.screen = screen;
        this.clock = clock;
        this.overwriting = overwriting;
        begun = clock.instant();
        said = begun;
    }

    @Override
    public void at(long keys, long bytes, long size) {
        var now = clock.instant();
        if (Duration.between(said, now).compareTo(PAUSE) >= 0) {
            said = now;
            anything = true;
            var line = line(keys, bytes, size, Duration.between(begun, now));
            screen.print(overwriting ? "\r%-70s".formatted(line) : line + System.lineSeparator());
            screen.flush();
        }
    }

    private static String line(long keys, long bytes, long size, Duration passed) {
        double seconds = passed.toMillis() / 1000.0;
        var text = "%,d keys, %,.0f a second".formatted(keys, keys / seconds);
        if (size <= 0 || bytes <= 0 || bytes > size) {
            return text;
        }
        long left = Math.round(seconds * (size - bytes) / bytes);
        return "%s, %d %% read, %d:%02d min left".formatted(text, 100 * bytes / size, left / 60, left % 60);
    }

    /** Leaves the line, so that the next text begins a new one. */
    void end() {
        if (anything && overwriting) {
            screen.println();
            screen.flush();
        }
    }
}
