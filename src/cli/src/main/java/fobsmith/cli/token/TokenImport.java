package fobsmith.cli.token;

import fobsmith.cli.Prompt;
import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.provisioning.ImportException;
import fobsmith.provisioning.ImportOrder;
import fobsmith.provisioning.ImportPreview;
import fobsmith.provisioning.ImportProgress;
import fobsmith.provisioning.ImportReport;
import fobsmith.provisioning.SeedFileImport;
import fobsmith.provisioning.SeedFileSource;
import fobsmith.registry.Actor;
import fobsmith.registry.Registry;
import fobsmith.registry.Reservation;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.SeedFileFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the fobs of a vendor's seed file, or another system's export, into stock: all or none.",
            "The format is told by the content; docs/seed-files.md lists them. Several files are the pictures of one export."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:imported; with --dry-run: would be imported",
            "1:failed, nothing imported; where the disk or the database failed, the same file goes on where it was",
            "3:every fob was in stock already or is retired; with --abandon: there was nothing to give up"
        })
final class TokenImport extends RegistryVerb {
    private static final int NOTHING_TO_DO = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Seed file.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            converter = FormatName.class,
            description = "Format of the file: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatName.class)
    private @Nullable SeedFileFormat format;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Put before each serial, for vendors whose serials have fewer than 9 characters.")
    private String prefix;

    @Option(
            names = "--dry-run",
            description =
                    "Show what would be imported and what not, and why. Needs no registry, and does not look into it.")
    private boolean dryRun;

    @Option(
            names = "--replace",
            description = "Give free stock the seed of the file where it has another; with --reason.")
    private boolean replace;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why seeds are replaced, for the audit trail.")
    private @Nullable String reason;

    @Option(
            names = "--reserve",
            paramLabel = "FILE",
            description = "Text file of lines \"serial,user\": set these tokens aside for these users in the same run.")
    private @Nullable Path users;

    @Option(
            names = "--signer",
            paramLabel = "FILE",
            description = "Certificate, PEM or DER, by which the file must be signed; may be given several times.")
    private List<Path> signers = List.of();

    @Option(names = "--progress", description = "Say every second how far it is (default on a terminal).")
    private boolean progress;

    @Option(
            names = "--abandon",
            description = "Instead of a file: give up an import that was broken off and will not be ended.")
    private boolean abandon;

    @Mixin
    private TransportKeyOptions keys;

    @Mixin
    private LeniencyOptions leniencies;

    TokenImport(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (replace != (reason != null && !reason.isBlank())) {
            throw new ParameterException(spec.commandLine(), "--replace and --reason TEXT belong together");
        }
        if (abandon != files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a seed file, or --abandon and none");
        }
        if (abandon) {
            return giveUp();
        }
        try {
            return keys.with(opening -> dryRun ? preview(terms(opening)) : importOn(terms(opening)));
        } catch (SeedFileException refused) {
            throw ImportAdvice.explained(refused);
        } catch (ImportException refused) {
            throw ImportAdvice.explained(refused);
        }
    }

    private ReadingTerms terms(OpeningKeys opening) {
        var certificates =
                signers.stream().map(Certificates::read).flatMap(List::stream).toList();
        return leniencies.on(ReadingTerms.STRICT.openedBy(opening).signedBy(certificates));
    }

    private ImportOrder order(ReadingTerms terms, List<Reservation> reservations, ImportProgress watching) {
        return new ImportOrder(new SeedFileSource(files, format), prefix, terms, reason, reservations, watching);
    }

    /** What was given up, as JSON. */
    record Abandoned(String source) {}

    private int giveUp() {
        var left = with((registry, operator) -> registry.stock().abandonImport(operator));
        output().print(
                        new Abandoned(left.orElse("")),
                        left.map("the import of %s is given up; import the file again to begin anew"::formatted)
                                .orElse("no import was broken off"));
        return left.isPresent() ? ExitCode.OK : NOTHING_TO_DO;
    }

    private int preview(ReadingTerms terms) {
        ImportPreview preview;
        try (var rows = output().stream("tokens", ImportText.HEADINGS, ImportText::cells)) {
            preview = ImportPreview.of(
                    order(terms, List.of(), ImportProgress.UNWATCHED),
                    surroundings().clock(),
                    row -> rows.add(ImportText.view(row)));
            rows.end(ImportText.view(preview), ImportText.of(preview));
        }
        output().requireWritten();
        return preview.importable() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int importOn(ReadingTerms terms) {
        var report = with((registry, operator) -> {
            var reservations = users == null ? List.<Reservation>of() : UserList.read(users, prefix, registry);
            return watched(registry, operator, terms, reservations);
        });
        output().print(report, ImportText.of(report));
        return report.changed() ? ExitCode.OK : NOTHING_TO_DO;
    }

    private ImportReport watched(
            Registry registry, Actor operator, ReadingTerms terms, List<Reservation> reservations) {
        var seedFileImport = new SeedFileImport(registry);
        if (!progress && !Prompt.isWatched()) {
            return seedFileImport.run(operator, order(terms, reservations, ImportProgress.UNWATCHED));
        }
        PrintWriter screen = spec.commandLine().getErr();
        var line = new ProgressLine(screen, surroundings().clock(), Prompt.isWatched());
        try {
            return seedFileImport.run(operator, order(terms, reservations, line));
        } finally {
            line.end();
        }
    }
}
