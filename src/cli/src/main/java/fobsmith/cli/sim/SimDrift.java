package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Make a token's clock gain or lose time from now on; 3.8 ppm are two minutes a year.")
final class SimDrift extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    @Option(
            names = "--ppm",
            required = true,
            paramLabel = "X",
            description = "Millionths by which the clock is fast; negative: slow.")
    private double ppm;

    SimDrift(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> print(TokenClockView.of(simulator.setDrift(serial, ppm))));
    }
}
