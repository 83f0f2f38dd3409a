package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Page;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show all users, by path and name.")
final class UserList extends RegistryVerb {
    private static final int PAGE = 1000;

    UserList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        output().print(with((registry, _) -> all(registry)), UserView.HEADINGS, UserView::cells);
        return ExitCode.OK;
    }

    private static List<UserView> all(Registry registry) {
        var views = new ArrayList<UserView>();
        var path = "";
        var name = "";
        Page<User> page;
        do {
            page = registry.users().list("/", path, name, PAGE);
            for (var user : page.items()) {
                views.add(UserView.of(registry, user));
                path = user.path();
                name = user.name();
            }
        } while (page.truncated());
        return views;
    }
}
