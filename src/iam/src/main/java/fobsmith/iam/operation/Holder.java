package fobsmith.iam.operation;

import fobsmith.registry.PolicyHolder;

/** Who or what may have inline policies, as the operations on them name it. */
enum Holder {
    USER("User", PolicyHolder.Kind.USER, Shape.EXISTING_USER_NAME) {
        @Override
        PolicyHolder require(Call call, String action, String name) {
            return call.user(action, name);
        }
    },
    GROUP("Group", PolicyHolder.Kind.GROUP, Shape.GROUP_NAME) {
        @Override
        PolicyHolder require(Call call, String action, String name) {
            return call.group(action, name);
        }
    },
    ROLE("Role", PolicyHolder.Kind.ROLE, Shape.ROLE_NAME) {
        @Override
        PolicyHolder require(Call call, String action, String name) {
            return call.role(action, name);
        }
    };

    private final String word;
    private final PolicyHolder.Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a record of unchangeable things
    private final Shape shape;

    Holder(String word, PolicyHolder.Kind kind, Shape shape) {
        this.word = word;
        this.kind = kind;
        this.shape = shape;
    }

    /** In the names of operations and members. */
    String word() {
        return word;
    }

    PolicyHolder.Kind kind() {
        return kind;
    }

    /** The name in the request. */
    String name(Input input) {
        return input.required(word + "Name", shape);
    }

    /** Whoever or whatever has this name, if the caller may do this to it. */
    abstract PolicyHolder require(Call call, String action, String name);
}
