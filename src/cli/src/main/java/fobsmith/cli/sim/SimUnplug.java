package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "unplug",
        mixinStandardHelpOptions = true,
        description = "Pull a token out, whatever is being done with it.")
final class SimUnplug extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimUnplug(Surroundings surroundings) {
        super(surroundings);
    }

    record Unplugged(String serial) {}

    @Override
    public Integer call() {
        return with(simulator -> {
            simulator.unplug(serial);
            output().print(new Unplugged(serial), serial + " is pulled out");
        });
    }
}
