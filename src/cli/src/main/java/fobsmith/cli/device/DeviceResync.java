package fobsmith.cli.device;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import picocli.CommandLine.Command;

@Command(
        name = "resync",
        mixinStandardHelpOptions = true,
        description = "Learn anew how far the clock of a user's device is off.")
final class DeviceResync extends CodesVerb {
    DeviceResync(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    CodeOutcome act(Registry registry, Actor operator, User user, SerialNumber serial, CodePair codes) {
        return registry.typedCodes().resync(operator, user, serial, codes);
    }

    @Override
    String done() {
        return "resynchronised";
    }
}
