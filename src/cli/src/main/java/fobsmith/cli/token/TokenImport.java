package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.provisioning.ImportReport;
import fobsmith.provisioning.SeedFileImport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the fobs of a vendor's seed file into stock: all or none. TOTP keys of PSKC (RFC 6030; plain, pre-shared",
            "key or password), OATH CSV, multiOTP CSV, Entra CSV, otpauth URIs; the format is told by the content."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:imported", "1:failed, nothing imported", "3:every fob was in stock already"})
final class TokenImport extends RegistryVerb {
    private static final int NOTHING_TO_DO = 3;

    @Parameters(paramLabel = "FILE", description = "Seed file.")
    private Path file;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Put before each serial, for vendors whose serials have fewer than 9 characters.")
    private String prefix;

    @Mixin
    private TransportKeyOptions keys;

    TokenImport(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var report = keys.with(
                terms -> with((registry, operator) -> new SeedFileImport(registry).run(operator, file, prefix, terms)));
        output().print(report, text(report));
        return report.added() > 0 ? ExitCode.OK : NOTHING_TO_DO;
    }

    private static String text(ImportReport report) {
        var text = "%d tokens imported, %d were in stock already".formatted(report.added(), report.known());
        return report.signedButNotVerified()
                ? text + System.lineSeparator() + "note: the file bears a signature, which was not verified"
                : text;
    }
}
