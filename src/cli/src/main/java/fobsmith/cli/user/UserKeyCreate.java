package fobsmith.cli.user;

import fobsmith.cli.CliException;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Make an access key for a user, and show its secret this once.")
final class UserKeyCreate extends RegistryVerb {
    @Parameters(paramLabel = "USER")
    private String user;

    UserKeyCreate(Surroundings surroundings) {
        super(surroundings);
    }

    record Made(String userName, String accessKeyId, String secretAccessKey) {
        /** The secret is printed once, where it is asked for. */
        @Override
        public String toString() {
            return "Made[%s, %s]".formatted(userName, accessKeyId);
        }
    }

    /** A key whose secret nobody has seen is of no use, and would take the place of one that is. */
    @Override
    public Integer call() {
        return with((registry, operator) -> {
            var made = make(registry, operator);
            try {
                print(made);
                return ExitCode.OK;
            } catch (CliException _) {
                registry.accessKeys().delete(operator, registry.users().get(user), made.accessKeyId);
                throw new CliException(
                        "the access key could not be shown, so it was deleted again",
                        "look at where the output goes, then try again");
            }
        });
    }

    private Made make(Registry registry, Actor operator) {
        var owner = registry.users().get(user);
        byte[] secret = registry.identifiers().secret();
        try {
            var key = registry.accessKeys().create(operator, owner, secret);
            return new Made(owner.name(), key.id(), new String(secret, StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void print(Made made) {
        output().print(made, """
                An access key for %s; it is not shown again:
                  AWS_ACCESS_KEY_ID=%s
                  AWS_SECRET_ACCESS_KEY=%s""".formatted(made.userName, made.accessKeyId, made.secretAccessKey));
    }
}
