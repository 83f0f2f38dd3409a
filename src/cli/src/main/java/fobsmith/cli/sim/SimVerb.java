package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import fobsmith.firmware.ControlClient;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** A command that talks to the running simulator and prints what it says. */
abstract class SimVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    SimVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final Output output() {
        return output;
    }

    final int with(Consumer<ControlClient> work) {
        try (var simulator = control.open(surroundings)) {
            work.accept(simulator);
            return ExitCode.OK;
        }
    }

    final void print(TokenClockView view) {
        output.print(view, view.text());
    }
}
