package fobsmith.cli.user;

import fobsmith.cli.Prompt;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SecretLine;
import fobsmith.registry.User;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "passphrase",
        mixinStandardHelpOptions = true,
        description = {
            "Set the passphrase by which a user signs in at the onboarding desk.",
            "It is asked for twice, unless a file or descriptor has it. Whoever signed in with",
            "another one is signed out. What he may do there, his policies say."
        })
final class UserPassphrase extends RegistryVerb {
    @Parameters(paramLabel = "USER")
    private String user;

    @ArgGroup
    private @Nullable Source source;

    /** At most one of these. */
    static final class Source {
        @Option(
                names = "--desk-passphrase-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the user's passphrase.")
        private @Nullable Path file;

        @Option(
                names = "--desk-passphrase-fd",
                paramLabel = "N",
                description = "Open descriptor to read the user's passphrase from.")
        private @Nullable Integer descriptor;

        @Option(names = "--remove", description = "Take the passphrase away: he signs in at the desk no more.")
        private boolean remove;

        private char[] read() {
            return SecretLine.read(SecretLine.source(file, descriptor), "passphrase");
        }
    }

    UserPassphrase(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        boolean remove = source != null && source.remove;
        var view = with((registry, operator) -> {
            var found = registry.users().get(user);
            if (remove) {
                registry.deskPassphrases().remove(operator, found);
            } else {
                set(registry, operator, found);
            }
            return UserView.of(registry, found);
        });
        output().print(
                        view,
                        remove
                                ? "%s signs in at the desk no more".formatted(view.name())
                                : "%s signs in at the desk by this passphrase".formatted(view.name()));
        return ExitCode.OK;
    }

    /** The passphrase is wiped there. */
    private void set(Registry registry, Actor operator, User found) {
        var typed = source == null
                ? Prompt.newPassphrase("use --desk-passphrase-file or --desk-passphrase-fd")
                : source.read();
        registry.deskPassphrases().set(operator, found, typed);
    }
}
