package fobsmith.cli.audit;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.AuditReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read the whole trail and see whether anything was changed, removed or reordered.")
final class AuditVerify extends RegistryVerb {
    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "Compare with the heads that \"audit anchor\" wrote, so that a missing end is noticed too.")
    private @Nullable Path anchor;

    AuditVerify(Surroundings surroundings) {
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
        var anchors = JsonLines.heads(anchor);
        return switch (with((registry, _) -> registry.audit().verify(anchors))) {
            case AuditReport.Intact(long records, String mac, boolean anchored) -> {
                output().print(
                                new Verified(true, anchored, records, mac, ""),
                                "%d records, none changed, removed from within or reordered; head %s%n%s"
                                        .formatted(records, mac, end(anchored)));
                yield ExitCode.OK;
            }
            case AuditReport.Broken(long seq, String reason) -> {
                output().print(
                                new Verified(false, !anchors.isEmpty(), seq - 1, "", reason),
                                "the trail is broken: %s".formatted(reason));
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private static String end(boolean anchored) {
        return anchored
                ? "not truncated: it holds all that the anchor has seen"
                : "no head kept outside the registry was given, so newer records may be missing";
    }
}
