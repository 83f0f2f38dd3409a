package fobsmith.iam.policy;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A role's trust policy: who may assume it, and under which conditions. Its statements have a Principal in place of a
 * Resource. Valid from birth.
 */
public record TrustPolicy(List<Statement> statements) {
    /** AWS's default for the document's length, blanks not counted. */
    public static final int QUOTA = 2048;

    public TrustPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * Reads and validates.
     *
     * @throws MalformedPolicy for every text that is no valid trust policy
     */
    public static TrustPolicy parse(String text) {
        return new TrustPolicy(
                PolicyReader.read(text, QUOTA, StatementReader::readTrust).statements());
    }

    /**
     * The text of a valid policy with other names for the users, roles, sessions and accounts it trusts, and otherwise as it is
     * written.
     */
    public static String rename(String text, UnaryOperator<String> naming) {
        return PrincipalNames.replace(text, naming);
    }

    /**
     * What it says of somebody.
     *
     * @param principal his unique id, his ARN, or the ARN of his account's root, which stands for everybody whom the account
     *     allows it
     */
    public Decision decide(String principal, RequestContext request) {
        var asked = new RequestContext(request.principal(), request.action(), principal, request.keys());
        return Decision.of(statements.stream()
                .map(statement -> statement.examine("trust", asked))
                .toList());
    }
}
