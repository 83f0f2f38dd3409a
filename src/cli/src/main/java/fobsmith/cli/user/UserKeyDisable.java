package fobsmith.cli.user;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import picocli.CommandLine.Command;

@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        description = "Switch an access key off: it signs nothing, and the sessions made with it are over.")
final class UserKeyDisable extends UserKeyVerb {
    UserKeyDisable(Surroundings surroundings) {
        super(surroundings, "inactive");
    }

    @Override
    void act(Registry registry, Actor operator, User owner, String id) {
        registry.accessKeys().setActive(operator, owner, id, false);
    }
}
