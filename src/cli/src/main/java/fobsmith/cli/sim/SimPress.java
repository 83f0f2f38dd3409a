package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "press",
        mixinStandardHelpOptions = true,
        description = "Press a token's up arrow, which confirms what it waits for, such as a new customer key.")
final class SimPress extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimPress(Surroundings surroundings) {
        super(surroundings);
    }

    record Pressed(String serial, String waitingFor) {}

    @Override
    public Integer call() {
        return with(simulator -> {
            var state = simulator.pressUpArrow(serial);
            output().print(new Pressed(serial, state.waitingFor().name()), "pressed the up arrow of " + serial);
        });
    }
}
