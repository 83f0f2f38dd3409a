package fobsmith.iam.policy;

import fobsmith.registry.InlinePolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** From JSON to a policy. */
final class PolicyReader {
    /** Blanks are free, but not without end: the longest policyDocumentType of IAM's service model. */
    private static final int LONGEST = 131_072;

    private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

    private PolicyReader() {}

    static PolicyDocument read(String text, int limit) {
        return read(text, limit, StatementReader::read);
    }

    /** How one statement is read, by its number and the policy's version. */
    @FunctionalInterface
    interface Reading {
        Statement read(int number, JsonValue value, LanguageVersion version);
    }

    static PolicyDocument read(String text, int limit, Reading reading) {
        requireSize(text, limit);
        var policy = Element.of("the policy", JsonReader.read(text));
        policy.requireOnly(ELEMENTS);
        var version = version(policy);
        return new PolicyDocument(version, policy.text("Id").orElse(""), statements(policy, version, reading));
    }

    private static void requireSize(String text, int limit) {
        int size = InlinePolicy.sizeOf(text);
        if (size > limit || text.length() > LONGEST) {
            throw new MalformedPolicy(
                    PolicyFault.TOO_LONG,
                    PolicyFault.TOO_LONG.sentence(limit),
                    "the policy has %d characters, %d of them not blank; allowed are %d not blank and %d in all"
                            .formatted(text.length(), size, limit, LONGEST));
        }
    }

    private static LanguageVersion version(Element policy) {
        return policy.text("Version")
                .map(written -> LanguageVersion.find(written)
                        .orElseThrow(
                                () -> policy.complaint("Version is %s; allowed are \"2012-10-17\" and \"2008-10-17\""
                                        .formatted(Quoted.of(written)))))
                .orElse(LanguageVersion.V2008_10_17);
    }

    private static List<Statement> statements(Element policy, LanguageVersion version, Reading reading) {
        var written = policy.list("Statement");
        if (written.isEmpty()) {
            throw policy.complaint("Statement is missing or empty; allowed are a statement or a list of statements");
        }
        var statements = new ArrayList<Statement>();
        var sids = new HashSet<String>();
        for (var value : written) {
            var statement = reading.read(statements.size() + 1, value, version);
            if (!statement.sid().isEmpty() && !sids.add(statement.sid())) {
                throw policy.complaint(
                        PolicyFault.SID_TWICE,
                        "statement %d has the Sid of an earlier one, %s"
                                .formatted(statement.number(), Quoted.of(statement.sid())));
            }
            statements.add(statement);
        }
        return statements;
    }
}
