package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Put a token that was reserved for a user back into stock.")
final class TokenRelease extends TokenVerb {
    TokenRelease(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.shelf().release(operator, number);
    }

    @Override
    protected String said(TokenView now) {
        return "%s is free: %s".formatted(now.serial(), now.state());
    }
}
