package fobsmith.cli.provision;

import fobsmith.cli.Surroundings;
import fobsmith.cli.sim.ControlOptions;
import fobsmith.cli.sim.SimulatedHands;
import fobsmith.provisioning.Operator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whose hands and eyes a token gets. */
final class HandsOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--simulated-hands",
            description = "Press and read a simulated token over the simulator's control API instead of asking.")
    private boolean simulated;

    @Mixin
    private ControlOptions control;

    /** For the token of this serial. The caller closes the operator. */
    Operator of(Surroundings surroundings, String serial) {
        return simulated
                ? new SimulatedHands(control.open(surroundings), serial)
                : new TypingOperator(surroundings.typed(), spec.commandLine().getErr());
    }
}
