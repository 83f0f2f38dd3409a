package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show every token with its state and owner.")
final class TokenList extends RegistryVerb {
    TokenList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var tokens = with((registry, _) ->
                TokenViews.all(registry, after -> registry.tokens().list(after, TokenViews.PAGE)));
        output().print(tokens, TokenView.HEADINGS, TokenView::cells);
        return ExitCode.OK;
    }
}
