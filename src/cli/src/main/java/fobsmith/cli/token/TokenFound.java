package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;

@Command(
        name = "found",
        mixinStandardHelpOptions = true,
        description = "Take a token back that was lost: it is returned, and stock again when it has been checked.")
final class TokenFound extends TokenVerb {
    TokenFound(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.shelf().recover(operator, number);
    }

    @Override
    protected String said(TokenView now) {
        return "%s is %s; check it before it is handed out".formatted(now.serial(), now.state());
    }
}
