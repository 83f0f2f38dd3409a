package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lost",
        mixinStandardHelpOptions = true,
        description = {
            "Report a token lost. If it was somebody's device it is no more, and no code of it is",
            "taken. What is found again: fobsmith token found."
        })
final class TokenLost extends TokenVerb {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for the audit trail; name nobody in it.")
    private String reason;

    TokenLost(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.shelf().lose(operator, number, reason);
    }

    @Override
    protected String said(TokenView now) {
        return "%s is lost".formatted(now.serial());
    }
}
