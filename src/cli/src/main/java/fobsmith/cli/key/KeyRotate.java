package fobsmith.cli.key;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Put a new key in the place of an old one, while others work on.")
final class KeyRotate extends Noun {
    static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new KeyRotate())
                .addSubcommand(new RotateRegistryKey(surroundings))
                .addSubcommand(new RotateDataKey(surroundings));
    }
}
