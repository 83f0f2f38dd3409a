package fobsmith.cli;

import fobsmith.cli.audit.JsonLines;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.ExportedRecord;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Make a registry from a backup, at the place that --registry names.",
            "Codes up to now pass no more; each enabled device signs nobody in until a resynchronisation."
        })
final class RestoreCommand extends RegistryVerb {
    @Parameters(paramLabel = "FILE", description = "What \"fobsmith backup\" wrote.")
    private Path backup;

    @Option(
            names = "--audit-export",
            paramLabel = "FILE",
            description = "List what this export of the audit trail knows later than the backup.")
    private @Nullable Path export;

    RestoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * What came of it.
     *
     * @param devices how many are to be confirmed
     * @param later deeds the backup does not know, oldest first
     */
    record Restored(String registry, long devices, List<AuditRecord> later) {}

    @Override
    public Integer call() {
        List<ExportedRecord> exported = export == null ? List.of() : JsonLines.records(export);
        var file = options().path(surroundings());
        try (var key = options().key().read(surroundings(), file)) {
            long devices = Registry.restore(
                    file,
                    backup,
                    key,
                    surroundings().clock(),
                    surroundings().randomness(),
                    registry -> RegistryOptions.operator(registry, surroundings()));
            var restored = new Restored(file.toString(), devices, later(file, key, exported));
            output().print(restored, text(restored));
        }
        return ExitCode.OK;
    }

    private List<AuditRecord> later(Path file, RegistryKey key, List<ExportedRecord> exported) {
        if (exported.isEmpty()) {
            return List.of();
        }
        try (var registry =
                Registry.open(file, key, surroundings().clock(), surroundings().randomness())) {
            return registry.audit().missing(exported);
        }
    }

    private String text(Restored restored) {
        return "registry %s is restored; %d devices are to be confirmed: fobsmith device resync USER SERIAL CODE1 CODE2%s"
                .formatted(restored.registry, restored.devices, export == null ? "" : later(restored));
    }

    private static String later(Restored restored) {
        return "\n%d deeds are later than the backup%s"
                .formatted(
                        restored.later.size(),
                        restored.later.stream()
                                .map(deed -> "\n  %s %s %s %s"
                                        .formatted(deed.at(), deed.action(), deed.subject(), deed.detail()))
                                .collect(Collectors.joining()));
    }
}
