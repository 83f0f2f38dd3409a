package fobsmith.cli.policy;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "policy", mixinStandardHelpOptions = true, description = "Policies: who may do what.")
public final class PolicyCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new PolicyCommand()).addSubcommand(new PolicySimulate(surroundings));
    }
}
