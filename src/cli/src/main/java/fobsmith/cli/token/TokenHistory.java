package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.cli.audit.AuditLine;
import fobsmith.registry.AuditFilter;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Show what was done to a token, and by whom, the newest first.",
            "The import that brought it is one record for its whole file: fobsmith audit list --action import-tokens."
        })
final class TokenHistory extends RegistryVerb {
    @Parameters(paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "So many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    TokenHistory(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        output().print(with((registry, _) -> lines(registry)), AuditLine.HEADINGS, AuditLine::cells);
        return ExitCode.OK;
    }

    private List<AuditLine> lines(Registry registry) {
        var token = registry.tokens().get(SerialNumber.parse(serial));
        var wanted = new AuditFilter(null, null, token.auditSubject(), null);
        return registry.audit().newest(wanted, limit).stream()
                .map(deed -> AuditLine.of(registry, deed))
                .toList();
    }
}
