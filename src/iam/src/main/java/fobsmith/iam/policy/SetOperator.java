package fobsmith.iam.policy;

/** How a condition looks at a key that has several values in the request. */
enum SetOperator {
    NONE(""),
    FOR_ALL_VALUES("ForAllValues:"),
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    SetOperator(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    static SetOperator of(String operator) {
        for (var set : values()) {
            if (set != NONE && operator.startsWith(set.prefix)) {
                return set;
            }
        }
        return NONE;
    }
}
