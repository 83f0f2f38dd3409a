package fobsmith.cli.token;

import fobsmith.cli.Output;
import fobsmith.cli.RegistryOptions;
import fobsmith.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show every token with its state and owner.")
final class TokenList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RegistryOptions options;

    @Mixin
    private Output output;

    TokenList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var tokens = options.with(
                surroundings,
                (registry, _) ->
                        TokenViews.all(registry, after -> registry.tokens().list(after, TokenViews.PAGE)));
        output.print(tokens, TokenView.HEADINGS, TokenView::cells);
        return ExitCode.OK;
    }
}
