package fobsmith.cli.token;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Attempt;
import fobsmith.registry.DriftLesson;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one token and what is known of its clock.")
final class TokenShow extends RegistryVerb {
    @Parameters(paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    TokenShow(Surroundings surroundings) {
        super(surroundings);
    }

    record Shown(TokenView token, @Nullable String label, List<DriftLesson> lessons, List<Attempt> attempts) {}

    @Override
    public Integer call() {
        var shown = with((registry, _) -> show(registry));
        output().print(shown, text(shown));
        return ExitCode.OK;
    }

    private Shown show(Registry registry) {
        var token = registry.tokens().get(SerialNumber.parse(serial));
        return new Shown(
                TokenView.of(registry, token),
                TokenLabel.of(registry, token).orElse(null),
                registry.tokens().lessons(token),
                registry.journal().history(token.serial()));
    }

    private static String text(Shown shown) {
        var token = shown.token;
        var head = """
                serial   %s
                state    %s
                user     %s
                model    %s
                label    %s
                profile  %s
                drift    %+.1f s (positive: the token is fast)
                note     %s
                lessons  %s""".formatted(
                        token.serial(),
                        token.state(),
                        token.user() == null ? "-" : token.user(),
                        token.modelText(),
                        shown.label == null ? "-" : shown.label,
                        token.profile(),
                        token.driftSeconds(),
                        token.note().isEmpty() ? "-" : token.note(),
                        shown.lessons.isEmpty() ? "none yet" : shown.lessons.size());
        return head
                + shown.lessons.stream().map(TokenShow::line).collect(Collectors.joining())
                + shown.attempts.stream().map(TokenShow::line).collect(Collectors.joining());
    }

    private static String line(Attempt attempt) {
        return "%nattempt  %s  %-8s %s"
                .formatted(
                        attempt.startedAt(), attempt.stage().text(), attempt.reason() == null ? "" : attempt.reason())
                .stripTrailing();
    }

    private static String line(DriftLesson lesson) {
        return "%n         %s  %-8s %+.1f s%s"
                .formatted(
                        lesson.at(),
                        lesson.taughtBy(),
                        lesson.driftMillis() / 1000.0,
                        lesson.suspect() ? "  suspect" : "");
    }
}
