package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "reserve",
        mixinStandardHelpOptions = true,
        description = "Set a free token aside for a user: nobody else can enable it.")
final class TokenReserve extends TokenVerb {
    @Parameters(index = "1", paramLabel = "USER")
    private String user;

    TokenReserve(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.shelf()
                .reserve(operator, new Reservation(number, registry.users().get(user)));
    }

    @Override
    protected String said(TokenView now) {
        return "%s is reserved for %s".formatted(now.serial(), now.user());
    }
}
