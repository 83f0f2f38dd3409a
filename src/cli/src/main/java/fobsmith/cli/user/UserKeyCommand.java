package fobsmith.cli.user;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Access keys of users, two each at most. Keys of the registry: fobsmith key.")
final class UserKeyCommand extends Noun {
    static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new UserKeyCommand())
                .addSubcommand(new UserKeyCreate(surroundings))
                .addSubcommand(new UserKeyList(surroundings))
                .addSubcommand(new UserKeyDisable(surroundings))
                .addSubcommand(new UserKeyEnable(surroundings))
                .addSubcommand(new UserKeyDelete(surroundings));
    }
}
