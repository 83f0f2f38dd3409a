package fobsmith.cli.user;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import picocli.CommandLine.Command;

@Command(name = "enable", mixinStandardHelpOptions = true, description = "Switch an access key on again.")
final class UserKeyEnable extends UserKeyVerb {
    UserKeyEnable(Surroundings surroundings) {
        super(surroundings, "active");
    }

    @Override
    void act(Registry registry, Actor operator, User owner, String id) {
        registry.accessKeys().setActive(operator, owner, id, true);
    }
}
