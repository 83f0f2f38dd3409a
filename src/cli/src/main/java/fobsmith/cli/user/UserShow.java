package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Show a user with devices, policies and tags.")
final class UserShow extends RegistryVerb {
    @Parameters(paramLabel = "USER")
    private String user;

    UserShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var view = with((registry, _) -> UserView.of(registry, registry.users().get(user)));
        output().print(view, view.text());
        return ExitCode.OK;
    }
}
