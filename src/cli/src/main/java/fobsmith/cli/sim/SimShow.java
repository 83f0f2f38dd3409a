package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what a token's display shows now, and for how many seconds more.")
final class SimShow extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> {
            var shown = simulator.display(serial);
            output().print(
                            shown,
                            shown.blank()
                                    ? "the display is blank"
                                    : "%s  (%s s left)".formatted(shown.display(), shown.secondsLeft()));
        });
    }
}
