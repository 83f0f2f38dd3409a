package fobsmith.iam.policy;

import java.util.List;

/**
 * An identity policy, valid from birth.
 *
 * @param id the Id element, which means nothing to IAM; empty if there is none
 */
public record PolicyDocument(LanguageVersion version, String id, List<Statement> statements) {
    /** What all inline policies of one user may have together. */
    public static final int USER_QUOTA = 2048;

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /**
     * Reads and validates.
     *
     * @param limit how many characters that are not blank the document may have
     * @throws MalformedPolicy for every text that is no valid policy
     */
    public static PolicyDocument parse(String text, int limit) {
        return PolicyReader.read(text, limit);
    }
}
