package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "time", mixinStandardHelpOptions = true, description = "Turn a token's clock.")
final class SimTime implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "SERIAL")
    private String serial;

    @ArgGroup(multiplicity = "1")
    private Turn turn;

    /** Either by so much, or to a time. */
    static final class Turn {
        @Option(names = "--shift", paramLabel = "SECONDS", description = "By so many seconds; negative: back.")
        private @Nullable Long shift;

        @Option(names = "--set", paramLabel = "INSTANT", description = "To a time such as 2026-11-23T12:00:00Z.")
        private @Nullable Instant instant;
    }

    SimTime(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var simulator = control.open(surroundings)) {
            var state = turn.instant != null
                    ? simulator.setTime(serial, turn.instant)
                    : simulator.shift(serial, Duration.ofSeconds(turn.shift == null ? 0 : turn.shift));
            var view = TokenClockView.of(state);
            output.print(view, view.text());
            return ExitCode.OK;
        }
    }
}
