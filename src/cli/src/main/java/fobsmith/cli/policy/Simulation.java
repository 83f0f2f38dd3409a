package fobsmith.cli.policy;

import fobsmith.iam.policy.Decision;
import fobsmith.iam.policy.RequestContext;
import fobsmith.iam.policy.StatementOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of it.
 *
 * @param decision as AWS's simulator calls it: allowed, explicitDeny or implicitDeny
 */
record Simulation(
        boolean allowed,
        String decision,
        String explanation,
        String action,
        String resource,
        List<Examined> statements) {

    /**
     * One statement, and why it applies or does not.
     *
     * @param statement its Sid, or # and its number
     */
    record Examined(String policy, String statement, String effect, boolean applies, List<String> because) {
        static Examined of(StatementOutcome outcome) {
            return new Examined(
                    outcome.policy(),
                    outcome.sid().isEmpty() ? "#" + outcome.number() : outcome.sid(),
                    outcome.effect().written(),
                    outcome.applies(),
                    outcome.explanations());
        }

        private Stream<String> lines() {
            var head = "%-5s  policy %s, statement %s: %s"
                    .formatted(effect, policy, statement, applies ? "applies" : "does not apply");
            return Stream.concat(Stream.of(head), because.stream().map(reason -> "         " + reason));
        }
    }

    static Simulation of(RequestContext request, Decision decision) {
        return new Simulation(
                decision.isAllowed(),
                switch (decision) {
                    case Decision.Allowed _, Decision.Unasked _ -> "allowed";
                    case Decision.ExplicitlyDenied _ -> "explicitDeny";
                    case Decision.ImplicitlyDenied _ -> "implicitDeny";
                },
                decision.explanation(),
                request.action(),
                request.resource(),
                decision.outcomes().stream().map(Examined::of).toList());
    }

    /** The decision first, then every statement. */
    String text() {
        return Stream.concat(
                        Stream.of("%s on %s: %s".formatted(action, resource, explanation)),
                        statements.stream().flatMap(Examined::lines))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
