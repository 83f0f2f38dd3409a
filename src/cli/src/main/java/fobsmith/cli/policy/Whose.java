package fobsmith.cli.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whose policies are asked: those in files, or those a user has. */
final class Whose {
    @ArgGroup(multiplicity = "1")
    private Either either;

    /** Just one of these. */
    static final class Either {
        @Option(
                names = "--policy",
                paramLabel = "FILE",
                arity = "1..*",
                description = "Policies in JSON; each goes by its file's name.")
        private List<Path> files = List.of();

        @Option(
                names = "--user",
                paramLabel = "USER",
                description = "The policies that this user has, and his groups: those go by GROUP/POLICY.")
        private @Nullable String user;
    }

    List<Path> files() {
        return either.files;
    }

    Optional<String> user() {
        return Optional.ofNullable(either.user);
    }
}
