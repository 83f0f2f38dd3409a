package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what a token's display shows now, and for how many seconds more.")
final class SimShow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var simulator = control.open(surroundings)) {
            var shown = simulator.display(serial);
            output.print(
                    shown,
                    shown.blank()
                            ? "the display is blank"
                            : "%s  (%s s left)".formatted(shown.display(), shown.secondsLeft()));
            return ExitCode.OK;
        }
    }
}
