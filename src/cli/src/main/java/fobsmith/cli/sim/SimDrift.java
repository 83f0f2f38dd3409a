package fobsmith.cli.sim;

import fobsmith.cli.Output;
import fobsmith.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Make a token's clock gain or lose time from now on; 3.8 ppm are two minutes a year.")
final class SimDrift implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ControlOptions control;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "SERIAL")
    private String serial;

    @Option(
            names = "--ppm",
            required = true,
            paramLabel = "X",
            description = "Millionths by which the clock is fast; negative: slow.")
    private double ppm;

    SimDrift(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var simulator = control.open(surroundings)) {
            var view = TokenClockView.of(simulator.setDrift(serial, ppm));
            output.print(view, view.text());
            return ExitCode.OK;
        }
    }
}
