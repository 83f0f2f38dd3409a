package fobsmith.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy the registry as it stands, while others work. What is secret stays sealed:",
            "keep the registry key of this day, elsewhere."
        })
final class BackupCommand extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "Made of mode 0600; must not exist.")
    private Path file;

    BackupCommand(Surroundings surroundings) {
        super(surroundings);
    }

    record Written(String file) {}

    @Override
    public Integer call() {
        with((registry, operator) -> {
            registry.backup().write(operator, file);
            return registry;
        });
        output().print(
                        new Written(file.toString()),
                        "the registry is copied to %s; it opens with the registry key of now".formatted(file));
        return ExitCode.OK;
    }
}
