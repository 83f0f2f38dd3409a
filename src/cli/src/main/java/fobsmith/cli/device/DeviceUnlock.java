package fobsmith.cli.device;

import fobsmith.cli.Surroundings;
import fobsmith.cli.token.TokenVerb;
import fobsmith.cli.token.TokenView;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Command;

@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description = "End the pause that wrong codes have brought upon a device.")
final class DeviceUnlock extends TokenVerb {
    DeviceUnlock(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected void act(Registry registry, Actor operator, SerialNumber number) {
        registry.tokens().unlock(operator, number);
    }

    @Override
    protected String said(TokenView now) {
        return "unlocked " + now.serial();
    }
}
