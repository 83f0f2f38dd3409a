package fobsmith.cli.audit;

import fobsmith.cli.Noun;
import fobsmith.cli.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "audit", mixinStandardHelpOptions = true, description = "Look after the audit trail.")
public final class AuditCommand extends Noun {
    public static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditList(surroundings))
                .addSubcommand(new AuditVerify(surroundings))
                .addSubcommand(new AuditAnchor(surroundings))
                .addSubcommand(new AuditExport(surroundings));
    }
}
