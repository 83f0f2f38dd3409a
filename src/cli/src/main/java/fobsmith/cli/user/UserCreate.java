package fobsmith.cli.user;

import fobsmith.cli.CliException;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {"Make a user.", "He has no access key, and without --administrator no policy."})
final class UserCreate extends RegistryVerb {
    private static final Pattern PATH = Pattern.compile("/|/[!-~]{1,510}/");

    @Parameters(paramLabel = "USER")
    private String user;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "Begins and ends with a slash (default: ${DEFAULT-VALUE}).")
    private String path;

    @Option(names = "--administrator", description = "With an inline policy that allows everything.")
    private boolean administrator;

    UserCreate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (!PATH.matcher(path).matches()) {
            throw new CliException("path \"%s\" does not begin and end with a slash".formatted(path), "");
        }
        var view = with((registry, operator) ->
                UserView.of(registry, registry.users().create(operator, user, path, administrator)));
        output().print(view, "created " + view.arn());
        return ExitCode.OK;
    }
}
