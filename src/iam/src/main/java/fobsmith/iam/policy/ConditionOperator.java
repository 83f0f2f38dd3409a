package fobsmith.iam.policy;

/** The name of an operator taken apart: {@code ForAnyValue:StringLikeIfExists}. */
record ConditionOperator(SetOperator set, Comparison comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";

    /** Complaints go on after "the operator NAME". */
    static ConditionOperator parse(String written) {
        var set = SetOperator.of(written);
        boolean ifExists = written.endsWith(IF_EXISTS);
        var name = written.substring(set.prefix().length(), written.length() - (ifExists ? IF_EXISTS.length() : 0));
        var comparison = Comparison.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is unknown; allowed are %s, each but Null with IfExists and with ForAllValues: or ForAnyValue:"
                                .formatted(Comparison.names())));
        if (comparison == Comparison.NULL && (ifExists || set != SetOperator.NONE)) {
            throw new IllegalArgumentException("is not allowed; allowed is Null alone");
        }
        return new ConditionOperator(set, comparison, ifExists);
    }

    String written() {
        return set.prefix() + comparison.written() + (ifExists ? IF_EXISTS : "");
    }
}
