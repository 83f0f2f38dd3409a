package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what a token's display shows now, and for how many seconds more.")
final class SimShow extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    @Option(
            names = "--profile",
            paramLabel = "N",
            description = "Press the button of this profile first, where the token has several; the first is 0.")
    private @Nullable Integer profile;

    SimShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> {
            var shown = profile == null ? simulator.display(serial) : simulator.press(serial, profile);
            output().print(
                            shown,
                            shown.blank()
                                    ? "the display is blank"
                                    : "%s  (%s s left)".formatted(shown.display(), shown.secondsLeft()));
        });
    }
}
