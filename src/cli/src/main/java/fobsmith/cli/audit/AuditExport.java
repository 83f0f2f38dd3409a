package fobsmith.cli.audit;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Registry;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write the whole trail as lines of JSON, each with the MAC that chains it to the one before.",
            "\"restore --audit-export\" lists what such a file knows later than a backup."
        })
final class AuditExport extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "Made of mode 0600; must not exist.")
    private Path file;

    AuditExport(Surroundings surroundings) {
        super(surroundings);
    }

    record Exported(String file, long records) {}

    @Override
    public Integer call() {
        long records = with((registry, _) -> export(registry));
        output().print(new Exported(file.toString(), records), "%d records written to %s".formatted(records, file));
        return ExitCode.OK;
    }

    private long export(Registry registry) {
        return JsonLines.write(file, lines -> registry.audit().export(lines::accept));
    }
}
