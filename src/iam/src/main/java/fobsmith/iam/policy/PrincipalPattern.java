package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The Principal of a trust policy: {@code *}, an account by its number or its root's ARN; a user, a role or a role's session
 * by ARN, without wildcards, or by unique id. Who asks is known by his unique id, and only that is allowed anything: an ARN
 * would also be that of whoever gets the name next. Services and federated principals may be named; nobody here is one.
 */
final class PrincipalPattern {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ARN =
            Pattern.compile("arn:aws:(iam::[0-9]{12}:(root|(user|role)/[^*?]+)|sts::[0-9]{12}:assumed-role/[^*?]+)");
    private static final Pattern UNIQUE_ID = Pattern.compile("AIDA[A-Z0-9]+|AROA[A-Z0-9]+(:[A-Za-z0-9_+=,.@-]+)?");
    private static final List<String> KINDS = List.of("AWS", "Service", "Federated", "CanonicalUser");

    private PrincipalPattern() {}

    static Selection read(Element statement) {
        if (statement.find("NotPrincipal").isPresent()) {
            throw statement.complaint("NotPrincipal is not supported; allowed is Principal");
        }
        var value = statement
                .find("Principal")
                .orElseThrow(() -> statement.complaint("Principal is missing; a trust policy says who is trusted"));
        var criteria = value instanceof JsonValue.Text(var text)
                ? List.of(everybody(statement, text))
                : listed(statement, Element.of(statement.place() + ": Principal", value));
        return new Selection("Principal", false, criteria);
    }

    private static Criterion everybody(Element statement, String text) {
        if (!text.equals("*")) {
            throw statement.complaint("Principal is %s; allowed are \"*\" and an object".formatted(Quoted.of(text)));
        }
        return new Criterion(text, (_, _) -> true);
    }

    private static List<Criterion> listed(Element statement, Element principal) {
        principal.requireOnly(KINDS);
        var criteria = new ArrayList<Criterion>();
        for (var kind : KINDS) {
            for (var text : principal.texts(kind)) {
                criteria.add(kind.equals("AWS") ? aws(principal, text) : new Criterion(text, (_, _) -> false));
            }
        }
        if (criteria.isEmpty()) {
            throw statement.complaint("Principal names nobody");
        }
        return criteria;
    }

    private static Criterion aws(Element principal, String text) {
        if (text.equals("*")) {
            return new Criterion(text, (_, _) -> true);
        }
        if (ACCOUNT.matcher(text).matches()) {
            var root = "arn:aws:iam::%s:root".formatted(text);
            return new Criterion(text, (value, _) -> value.equals(root));
        }
        if (!ARN.matcher(text).matches() && !UNIQUE_ID.matcher(text).matches()) {
            throw principal.complaint(
                    "%s is no principal; allowed are \"*\", 12 digits, and ARNs of root, a user, a role or a role's session"
                            .formatted(Quoted.of(text)));
        }
        return new Criterion(text, (value, _) -> value.equals(text));
    }
}
