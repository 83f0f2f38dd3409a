package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.parts.TokenSummary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "time", mixinStandardHelpOptions = true, description = "Turn a token's clock.")
final class SimTime extends SimVerb {
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
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> print(TokenClockView.of(turn(simulator))));
    }

    private TokenSummary turn(ControlClient simulator) {
        return turn.instant != null
                ? simulator.setTime(serial, turn.instant)
                : simulator.shift(serial, Duration.ofSeconds(turn.shift == null ? 0 : turn.shift));
    }
}
