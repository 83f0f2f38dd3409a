package fobsmith.cli.sim;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "sim", mixinStandardHelpOptions = true, description = "Simulated tokens.")
public final class SimCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new SimCommand())
                .addSubcommand(new SimRun(surroundings))
                .addSubcommand(new SimAdd(surroundings))
                .addSubcommand(new SimList(surroundings))
                .addSubcommand(new SimShow(surroundings))
                .addSubcommand(new SimPress(surroundings))
                .addSubcommand(new SimPlug(surroundings))
                .addSubcommand(new SimUnplug(surroundings))
                .addSubcommand(new SimFault(surroundings))
                .addSubcommand(new SimTime(surroundings))
                .addSubcommand(new SimDrift(surroundings));
    }
}
