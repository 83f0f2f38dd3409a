package fobsmith.iam.policy;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** From JSON to one statement. */
final class StatementReader {
    private static final List<String> ELEMENTS =
            List.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final List<String> TRUST_ELEMENTS =
            List.of("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition");
    private static final Pattern SID = Pattern.compile("[0-9A-Za-z]*");

    private StatementReader() {}

    static Statement read(int number, JsonValue value, LanguageVersion version) {
        var statement = element(number, value);
        requireNoPrincipal(statement);
        statement.requireOnly(ELEMENTS);
        var resource = selection(
                statement,
                "Resource",
                PolicyFault.NO_RESOURCES,
                (place, text) -> ResourcePattern.read(place, text, version));
        return read(number, statement, resource, version);
    }

    /** In a trust policy the principal stands where others have a resource: the role itself. */
    static Statement readTrust(int number, JsonValue value, LanguageVersion version) {
        var statement = element(number, value);
        for (var name : List.of("Resource", "NotResource")) {
            if (statement.find(name).isPresent()) {
                throw statement.complaint(PolicyFault.RESOURCE, name + " is not allowed: the resource is the role");
            }
        }
        statement.requireOnly(TRUST_ELEMENTS);
        return read(number, statement, PrincipalPattern.read(statement), version);
    }

    private static Element element(int number, JsonValue value) {
        var unnamed = Element.of("statement " + number, value);
        var sid = sid(unnamed);
        return sid.isEmpty() ? unnamed : unnamed.at("statement %d (%s)".formatted(number, sid));
    }

    private static Statement read(int number, Element statement, Selection about, LanguageVersion version) {
        return new Statement(
                number,
                sid(statement),
                effect(statement),
                selection(statement, "Action", PolicyFault.NO_ACTIONS, ActionPattern::read),
                about,
                ConditionReader.read(statement, version));
    }

    private static String sid(Element statement) {
        var sid = statement.text("Sid").orElse("");
        if (!SID.matcher(sid).matches()) {
            throw statement.complaint(
                    PolicyFault.SID_ALPHABET,
                    "Sid is %s; allowed are the letters A-Z and a-z and digits".formatted(Quoted.of(sid)));
        }
        return sid;
    }

    private static void requireNoPrincipal(Element statement) {
        for (var name : List.of("Principal", "NotPrincipal")) {
            if (statement.find(name).isPresent()) {
                throw statement.complaint(
                        PolicyFault.PRINCIPAL,
                        name + " is not allowed: the principal is whoever the policy is attached to");
            }
        }
    }

    private static Effect effect(Element statement) {
        var written = statement
                .text("Effect")
                .orElseThrow(() -> statement.complaint("Effect is missing; allowed are \"Allow\" and \"Deny\""));
        return Effect.find(written)
                .orElseThrow(() -> statement.complaint(
                        "Effect is %s; allowed are \"Allow\" and \"Deny\"".formatted(Quoted.of(written))));
    }

    /** The element itself or its opposite, never both. */
    private static Selection selection(
            Element statement, String name, PolicyFault ifNone, BiFunction<Element, String, Criterion> reader) {
        boolean excepting = statement.find("Not" + name).isPresent();
        if (excepting && statement.find(name).isPresent()) {
            throw statement.complaint("both %s and Not%s are given; allowed is one of them".formatted(name, name));
        }
        var element = excepting ? "Not" + name : name;
        var written = statement.texts(element);
        if (written.isEmpty()) {
            throw statement.complaint(
                    ifNone, "%s is missing or empty; allowed are %s or Not%s".formatted(element, name, name));
        }
        var patterns =
                written.stream().map(text -> reader.apply(statement, text)).toList();
        return new Selection(element, excepting, patterns);
    }
}
