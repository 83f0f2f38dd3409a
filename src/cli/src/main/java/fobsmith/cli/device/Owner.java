package fobsmith.cli.device;

import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose device is meant: the first word names a user, unless it is root's. Only the console gives root devices. */
final class Owner {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--root", description = "The device is root's; no USER is named.")
    private boolean root;

    User find(Registry registry, List<String> words) {
        return root ? registry.users().root() : registry.users().get(words.getFirst());
    }

    /** The words but the user's name. */
    List<String> others(List<String> words, int count, String usage) {
        if (words.size() != (root ? count : count + 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    root
                            ? "with --root no user is named: %s".formatted(usage.replace("[USER] ", ""))
                            : "name the user too: %s".formatted(usage.replace("[USER]", "USER")));
        }
        return words.subList(words.size() - count, words.size());
    }
}
