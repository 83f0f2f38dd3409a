package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.SeedExport;
import fobsmith.registry.SerialNumber;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write the seeds of tokens into a new file of mode 0600, for another system; each token is in the audit trail",
            "before its seed is. The registry stays as it is: retire what moves away, or its codes pass twice."
        })
final class TokenExport extends RegistryVerb {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERIAL", arity = "0..*", description = "Serial numbers of the tokens.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every hardware token of which the registry has a seed.")
    private boolean all;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "New file.")
    private Path target;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit trail.")
    private String reason;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "pskc",
            description = "${COMPLETION-CANDIDATES}; the CSV formats know no encryption (default: ${DEFAULT-VALUE}).")
    private ExportFormat format;

    @Mixin
    private ProtectionOptions protection;

    @Mixin
    private SignatureOptions signature;

    TokenExport(Surroundings surroundings) {
        super(surroundings);
    }

    record Exported(int tokens, String file) {}

    @Override
    public Integer call() {
        requireSense();
        var serials = names.stream().map(SerialNumber::parse).distinct().toList();
        int count = with((registry, operator) -> export(registry, operator, serials));
        output().print(new Exported(count, target.toString()), "%d tokens exported to %s".formatted(count, target));
        return ExitCode.OK;
    }

    private void requireSense() {
        if (all != names.isEmpty()) {
            throw misuse("name serial numbers, or --all");
        }
        if (reason.isBlank()) {
            throw misuse("--reason must say why");
        }
        if (format != ExportFormat.PSKC && !protection.isPlainText()) {
            throw misuse("%s knows no encryption; ask for that with --plain-text".formatted(format));
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private int export(Registry registry, Actor operator, List<SerialNumber> serials) {
        serials.forEach(registry.tokens()::get);
        var export = registry.stock().export(operator, reason, String.valueOf(target.getFileName()));
        return new NewSeedFile(target).write(this::writer, writer -> write(export, serials, writer));
    }

    private SeedFileWriter writer(OutputStream file) {
        return switch (format) {
            case OATH_CSV -> SeedFileWriter.oathCsv(file);
            case ENTRA_CSV -> SeedFileWriter.entraCsv(file);
            case PSKC -> {
                var signer = signature.read();
                var protecting = protection.read(surroundings());
                yield signer.map(identity ->
                                SeedFileWriter.signedPskc(file, protecting, identity.key(), identity.certificate()))
                        .orElseGet(() -> SeedFileWriter.pskc(file, protecting));
            }
        };
    }

    private int write(SeedExport export, List<SerialNumber> serials, SeedFileWriter writer) {
        SeedExport.Receiver receiver = (token, seed) -> {
            try {
                writer.write(ExportedToken.describe(token), seed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        if (all) {
            return export.all(receiver);
        }
        serials.forEach(serial -> export.one(serial, receiver));
        return serials.size();
    }
}
