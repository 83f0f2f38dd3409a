package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete a user who has no device, no access key and no policy left.")
final class UserDelete extends RegistryVerb {
    @Parameters(paramLabel = "USER")
    private String user;

    UserDelete(Surroundings surroundings) {
        super(surroundings);
    }

    record Deleted(String name) {}

    @Override
    public Integer call() {
        var name = with((registry, operator) -> {
            registry.users().delete(operator, registry.users().get(user));
            return user;
        });
        output().print(new Deleted(name), "deleted " + name);
        return ExitCode.OK;
    }
}
