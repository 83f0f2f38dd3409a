package fobsmith.cli.audit;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "anchor",
        mixinStandardHelpOptions = true,
        description = {
            "Add to a file how far the trail has come. Keep the file where whoever can write the registry",
            "cannot: \"audit verify --anchor\" then notices a missing end."
        })
final class AuditAnchor extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "Made of mode 0600 unless it is there; one line of JSON is added.")
    private Path file;

    AuditAnchor(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var head = with((registry, _) -> registry.audit().head());
        JsonLines.append(file, head);
        output().print(head, "record %d anchored in %s".formatted(head.seq(), file));
        return ExitCode.OK;
    }
}
