package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Registry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show a user's access keys and when they were used.")
final class UserKeyList extends RegistryVerb {
    /** More than anybody may have. */
    private static final int ALL = 100;

    @Parameters(paramLabel = "USER")
    private String user;

    UserKeyList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        output().print(with((registry, _) -> all(registry)), UserKeyView.HEADINGS, UserKeyView::cells);
        return ExitCode.OK;
    }

    private List<UserKeyView> all(Registry registry) {
        return registry.accessKeys().list(registry.users().get(user), "", ALL).items().stream()
                .map(UserKeyView::of)
                .toList();
    }
}
