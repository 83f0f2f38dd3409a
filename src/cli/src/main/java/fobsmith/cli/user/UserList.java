package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show all users, by path and name.")
final class UserList extends RegistryVerb {
    UserList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var users = with((registry, _) -> registry.users().all().stream()
                .map(user -> UserView.of(registry, user))
                .toList());
        output().print(users, UserView.HEADINGS, UserView::cells);
        return ExitCode.OK;
    }
}
