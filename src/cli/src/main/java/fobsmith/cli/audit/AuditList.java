package fobsmith.cli.audit;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.AuditFilter;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Show deeds, the newest first.")
final class AuditList extends RegistryVerb {
    private static final List<String> HEADINGS = List.of("SEQ", "AT", "BY", "HOST", "ACTION", "SUBJECT", "DETAIL");

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

    /**
     * A record with the names that are known.
     *
     * @param by name, or the unique id where the name was erased
     * @param detail JSON object
     */
    record Line(long seq, Instant at, String by, String host, String action, String subject, String detail) {
        static Line of(Registry registry, AuditRecord deed) {
            return new Line(
                    deed.seq(),
                    deed.at(),
                    name(registry, deed.actor()),
                    deed.host(),
                    deed.action(),
                    name(registry, deed.subject()),
                    deed.detail());
        }

        private static String name(Registry registry, String id) {
            return registry.names().find(id).orElse(id);
        }

        List<String> cells() {
            return List.of(Long.toString(seq), at.toString(), by, host, action, subject, detail);
        }
    }

    @Override
    public Integer call() {
        var lines = with((registry, _) ->
                registry.audit().newest(new AuditFilter(since, until, id(registry), action), limit).stream()
                        .map(deed -> Line.of(registry, deed))
                        .toList());
        output().print(lines, HEADINGS, Line::cells);
        return ExitCode.OK;
    }

    /** Records know users by their ids only. */
    private @Nullable String id(Registry registry) {
        return subject == null
                ? null
                : registry.users().find(subject).map(User::id).orElse(subject);
    }
}
