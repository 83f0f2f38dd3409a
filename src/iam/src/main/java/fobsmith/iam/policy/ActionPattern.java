package fobsmith.iam.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/** A value of Action or NotAction: {@code *}, or a service and a name with wildcards. Case does not matter. */
final class ActionPattern {
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9*?]+");

    private ActionPattern() {}

    static Criterion read(Element statement, String written) {
        requireValid(statement, written);
        var glob = Glob.of(folded(written));
        return new Criterion(written, (action, _) -> glob.matches(folded(action)));
    }

    private static void requireValid(Element statement, String written) {
        var parts = written.split(":", -1);
        var shown = "the action " + Quoted.of(written);
        if (written.equals("*")) {
            return;
        }
        if (parts.length == 1) {
            throw statement.complaint(
                    PolicyFault.NO_VENDOR, shown + " names no service; allowed are \"*\" and service:name");
        }
        if (parts.length > 2) {
            throw statement.complaint(PolicyFault.SECOND_COLON, shown + " has several colons; allowed is service:name");
        }
        if (!SERVICE.matcher(parts[0]).matches() || !NAME.matcher(parts[1]).matches()) {
            throw statement.complaint(
                    shown + " is none; allowed are letters, digits and hyphens for the service, letters, digits,"
                            + " * and ? for the name");
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
