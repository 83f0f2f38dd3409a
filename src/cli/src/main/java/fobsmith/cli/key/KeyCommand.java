package fobsmith.cli.key;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Keys that the registry's secrets are sealed under.")
public final class KeyCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new KeyCommand())
                .addSubcommand(new KeyShow(surroundings))
                .addSubcommand(KeyRotate.tree(surroundings))
                .addSubcommand(new RegisterStation(surroundings))
                .addSubcommand(new ExportStation(surroundings))
                .addSubcommand(new RevokeStation(surroundings));
    }
}
