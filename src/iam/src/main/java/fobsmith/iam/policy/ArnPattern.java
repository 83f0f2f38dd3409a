package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of ARNs. Each of the six parts is matched by itself, so a wildcard never reaches over one of the first five
 * colons. Only where a pattern breaks off after a {@code *} does that stand for all further parts too; {@code *} alone
 * matches anything.
 */
final class ArnPattern {
    private static final int PARTS = 6;
    private static final Template ANYTHING = Template.parse("*", LanguageVersion.V2008_10_17);

    /** None matches anything. */
    private final List<Template> parts;

    private ArnPattern(List<Template> parts) {
        this.parts = parts;
    }

    /** Nothing if the template has not the form of one. */
    static Optional<ArnPattern> find(Template template) {
        if (template.isExactly("*")) {
            return Optional.of(new ArnPattern(List.of()));
        }
        var parts = new ArrayList<>(template.split(PARTS));
        boolean breaksOff = parts.size() < PARTS && template.endsInAnything();
        while (breaksOff && parts.size() < PARTS) {
            parts.add(ANYTHING);
        }
        return parts.size() == PARTS && parts.getFirst().isExactly("arn")
                ? Optional.of(new ArnPattern(parts))
                : Optional.empty();
    }

    boolean hasVariablesBeforeItsResource() {
        return parts.stream().limit(PARTS - 1).anyMatch(Template::hasVariables);
    }

    boolean matches(String arn, RequestContext context) {
        if (parts.isEmpty()) {
            return true;
        }
        var found = arn.split(":", PARTS);
        if (found.length < PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!parts.get(i).matches(found[i], context)) {
                return false;
            }
        }
        return true;
    }
}
