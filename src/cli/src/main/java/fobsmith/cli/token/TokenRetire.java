package fobsmith.cli.token;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = {
            "Destroy the seed that the registry has of a token, for good. The serial number stays known.",
            "A token that is somebody's device is deactivated first. Backups made before have the seed."
        })
final class TokenRetire extends TokenVerb {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for the audit trail; name nobody in it.")
    private String reason;

    TokenRetire(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.shelf().retire(operator, number, reason);
    }

    @Override
    protected String said(TokenView now) {
        return "%s is retired; its seed is destroyed".formatted(now.serial());
    }
}
