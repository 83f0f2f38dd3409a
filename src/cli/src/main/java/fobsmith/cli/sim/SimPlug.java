package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "plug", mixinStandardHelpOptions = true, description = "Plug a token into its socket again.")
final class SimPlug extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimPlug(Surroundings surroundings) {
        super(surroundings);
    }

    record Plugged(String serial, String bus) {}

    @Override
    public Integer call() {
        return with(simulator -> {
            simulator.plug(serial);
            var bus = simulator.place(serial);
            output().print(new Plugged(serial, bus), "%s is plugged in at %s".formatted(serial, bus));
        });
    }
}
