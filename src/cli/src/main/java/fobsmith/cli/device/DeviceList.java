package fobsmith.cli.device;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenView;
import fobsmith.cli.token.TokenViews;
import fobsmith.registry.Page;
import fobsmith.registry.Registry;
import fobsmith.registry.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show enabled devices, with pauses and suspect clocks.")
final class DeviceList extends RegistryVerb {
    @Option(names = "--user", paramLabel = "USER", defaultValue = "", description = "Only this user's.")
    private String user;

    DeviceList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var devices = with((registry, _) -> TokenViews.all(registry, after -> page(registry, after)));
        output().print(devices, TokenView.HEADINGS, TokenView::cells);
        return ExitCode.OK;
    }

    private Page<Token> page(Registry registry, String after) {
        return user.isEmpty()
                ? registry.tokens().listEnabled(after, TokenViews.PAGE)
                : registry.tokens().listEnabled(registry.users().get(user), after, TokenViews.PAGE);
    }
}
