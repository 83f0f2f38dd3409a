package fobsmith.cli.user;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "user", mixinStandardHelpOptions = true, description = "IAM users of the registry.")
public final class UserCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new UserList(surroundings))
                .addSubcommand(new UserShow(surroundings))
                .addSubcommand(new UserCreate(surroundings))
                .addSubcommand(new UserPassphrase(surroundings))
                .addSubcommand(new UserRevoke(surroundings))
                .addSubcommand(new UserDelete(surroundings));
    }
}
