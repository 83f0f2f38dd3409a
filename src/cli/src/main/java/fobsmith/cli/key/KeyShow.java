package fobsmith.cli.key;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.KeyState;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what wraps the data key, its versions, and how many rows each has sealed.")
final class KeyShow extends RegistryVerb {
    KeyShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var state = with((registry, _) -> registry.keys().state());
        output().print(state, text(state));
        return ExitCode.OK;
    }

    private static String text(KeyState state) {
        return "registry key: %s\n%s"
                .formatted(
                        state.provider(),
                        state.keys().stream()
                                .map(key -> "data key %d, since %s%s"
                                        .formatted(key.version(), key.createdAt(), rows(state, key.version())))
                                .collect(Collectors.joining("\n")));
    }

    private static String rows(KeyState state, int version) {
        return state.uses().stream()
                .filter(use -> use.version() == version)
                .map(use -> "\n  %d in %s".formatted(use.rows(), use.table()))
                .collect(Collectors.joining());
    }
}
