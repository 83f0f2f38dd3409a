package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show the tokens of the running simulator.")
final class SimList extends SimVerb {
    SimList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> output().print(
                        simulator.states().stream().map(TokenClockView::of).toList(),
                        List.of("SERIAL", "MODEL", "CLOCK", "OFF"),
                        view -> List.of(
                                view.serial(),
                                view.model(),
                                view.time().toString(),
                                "%+.1f s".formatted(view.errorSeconds()))));
    }
}
