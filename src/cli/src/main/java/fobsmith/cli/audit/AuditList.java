package fobsmith.cli.audit;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.AuditFilter;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show deeds, the newest first.")
final class AuditList extends RegistryVerb {
    @Option(names = "--since", paramLabel = "TIME", description = "From this time on: 2026-11-23T12:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before this time.")
    private @Nullable Instant until;

    @Option(names = "--subject", paramLabel = "NAME", description = "Of this user, serial number or unique id.")
    private @Nullable String subject;

    @Option(names = "--action", paramLabel = "ACTION", description = "Of this kind: sign-in, enable, deactivate ...")
    private @Nullable String action;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "So many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    AuditList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        var lines = with((registry, _) ->
                registry.audit().newest(new AuditFilter(since, until, id(registry), action), limit).stream()
                        .map(deed -> AuditLine.of(registry, deed))
                        .toList());
        output().print(lines, AuditLine.HEADINGS, AuditLine::cells);
        return ExitCode.OK;
    }

    /** Records know users by their ids only. */
    private @Nullable String id(Registry registry) {
        return subject == null
                ? null
                : registry.users().find(subject).map(User::id).orElse(subject);
    }
}
