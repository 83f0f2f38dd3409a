package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show the tokens of the running simulator.")
final class SimList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    SimList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var simulator = control.open(surroundings)) {
            output.print(
                    simulator.states().stream().map(TokenClockView::of).toList(),
                    List.of("SERIAL", "CLOCK", "OFF"),
                    view -> List.of(view.serial(), view.time().toString(), "%+.1f s".formatted(view.errorSeconds())));
            return ExitCode.OK;
        }
    }
}
