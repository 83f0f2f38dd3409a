package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** A verb that does something to one token, and shows what it is now. */
public abstract class TokenVerb extends RegistryVerb {
    @Parameters(index = "0", paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    protected TokenVerb(Surroundings surroundings) {
        super(surroundings);
    }

    protected abstract void act(Registry registry, Actor operator, SerialNumber number);

    /** For people. */
    protected abstract String said(TokenView now);

    @Override
    public final Integer call() {
        var number = SerialNumber.parse(serial);
        var view = with((registry, operator) -> {
            act(registry, operator, number);
            return TokenView.of(registry, registry.tokens().get(number));
        });
        output().print(view, said(view));
        return ExitCode.OK;
    }
}
