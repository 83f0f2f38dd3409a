package fobsmith.cli;

import fobsmith.registry.AuditReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "audit", mixinStandardHelpOptions = true, description = "Look after the audit trail.")
final class AuditCommand extends Noun {
    static CommandLine tree(Surroundings surroundings) {
        return new CommandLine(new AuditCommand()).addSubcommand(new Verify(surroundings));
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Read the whole trail and see whether anything was changed, removed or reordered.")
    static final class Verify extends RegistryVerb {
        Verify(Surroundings surroundings) {
            super(surroundings);
        }

        /**
         * The result as JSON.
         *
         * @param anchored whether the end of the trail was compared with a head kept outside the registry
         * @param records how many hold, from the first
         */
        record Verified(boolean intact, boolean anchored, long records, String headMac, String fault) {}

        @Override
        public Integer call() {
            var report = with((registry, _) -> registry.audit().verify());
            return switch (report) {
                case AuditReport.Intact intact -> {
                    output().print(
                                    intact,
                                    "%d records, none changed, removed from within or reordered; head %s%n"
                                                    .formatted(intact.records(), intact.headMac())
                                            + "no head kept outside the registry was given, so newer records may be missing");
                    yield ExitCode.OK;
                }
                case AuditReport.Broken broken -> {
                    output().print(
                                    new Verified(false, false, broken.seq() - 1, "", broken.reason()),
                                    "the trail is broken: %s".formatted(broken.reason()));
                    yield ExitCode.SOFTWARE;
                }
            };
        }
    }
}
