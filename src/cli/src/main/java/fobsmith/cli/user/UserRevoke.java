package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = {
            "Refuse every session that a user has begun until now.",
            "His access keys stay good: fobsmith user key disable switches one off."
        })
final class UserRevoke extends RegistryVerb {
    @Parameters(paramLabel = "USER")
    private String user;

    UserRevoke(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var view = with((registry, operator) -> {
            var found = registry.users().get(user);
            registry.users().revokeSessions(operator, found);
            return UserView.of(registry, found);
        });
        output().print(view, "the sessions of %s are over".formatted(view.name()));
        return ExitCode.OK;
    }
}
