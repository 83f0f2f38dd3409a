package fobsmith.cli.user;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** A verb that does something to one access key of one user. */
abstract class UserKeyVerb extends RegistryVerb {
    private final String done;

    @Parameters(index = "0", paramLabel = "USER")
    private String user;

    @Parameters(index = "1", paramLabel = "KEY", description = "The key's id: AKIA...")
    private String keyId;

    /** What was done, in the middle of a sentence. */
    UserKeyVerb(Surroundings surroundings, String done) {
        super(surroundings);
        this.done = done;
    }

    record Changed(String userName, String accessKeyId, String done) {}

    abstract void act(Registry registry, Actor operator, User owner, String id);

    @Override
    public final Integer call() {
        var changed = with((registry, operator) -> {
            var owner = registry.users().get(user);
            act(registry, operator, owner, keyId);
            return new Changed(owner.name(), keyId, done);
        });
        output().print(changed, "access key %s of %s is %s".formatted(keyId, changed.userName, done));
        return ExitCode.OK;
    }
}
