package fobsmith.iam.policy;

/** What may be wrong with a policy, by the sentence that AWS's IAM answers; where none is known, {@link #SYNTAX}. */
public enum PolicyFault {
    INVALID_JSON("This policy contains invalid Json"),
    SYNTAX("Syntax errors in policy."),
    PRINCIPAL("Policy document should not specify a principal."),
    /** In trust policies. */
    RESOURCE("Has prohibited field Resource"),
    NO_ACTIONS("Policy statement must contain actions."),
    NO_RESOURCES("Policy statement must contain resources."),
    NO_VENDOR("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
    SECOND_COLON("Actions/Condition can contain only one colon."),
    /** Completed with the resource. */
    NO_ARN("Resource %s must be in ARN format or \"*\"."),
    SID_ALPHABET("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression"
            + " [0-9A-Za-z]*"),
    SID_TWICE("Statement IDs (SID) in a single policy must be unique."),
    /** Completed with the limit. AWS answers LimitExceeded for this one, and goes on with " for user NAME". */
    TOO_LONG("Maximum policy size of %s bytes exceeded");

    private final String sentence;

    PolicyFault(String sentence) {
        this.sentence = sentence;
    }

    String sentence(Object... values) {
        return sentence.formatted(values);
    }
}
