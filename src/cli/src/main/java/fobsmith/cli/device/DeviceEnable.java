package fobsmith.cli.device;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import picocli.CommandLine.Command;

@Command(name = "enable", mixinStandardHelpOptions = true, description = "Make a token in stock a user's MFA device.")
final class DeviceEnable extends CodesVerb {
    DeviceEnable(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    CodeOutcome act(Registry registry, Actor operator, User user, SerialNumber serial, CodePair codes) {
        return registry.typedCodes().enable(operator, user, serial, codes);
    }

    @Override
    String done() {
        return "enabled";
    }
}
