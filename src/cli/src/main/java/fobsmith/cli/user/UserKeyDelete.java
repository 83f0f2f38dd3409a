package fobsmith.cli.user;

import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import picocli.CommandLine.Command;

@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete an access key, and with it the sessions made with it.")
final class UserKeyDelete extends UserKeyVerb {
    UserKeyDelete(Surroundings surroundings) {
        super(surroundings, "deleted");
    }

    @Override
    void act(Registry registry, Actor operator, User owner, String id) {
        registry.accessKeys().delete(operator, owner, id);
    }
}
