package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.PolicyHolder;

/** Who or what may have inline policies, as the operations on them name it. */
enum Holder {
    USER("User", PolicyHolder.Kind.USER, Shape.EXISTING_USER_NAME) {
        @Override
        Resource resource(Call call, String name) {
            return Resource.user(call.registry(), name);
        }

        @Override
        PolicyHolder find(Call call, String name) {
            return call.registry().users().get(name);
        }
    },
    GROUP("Group", PolicyHolder.Kind.GROUP, Shape.GROUP_NAME) {
        @Override
        Resource resource(Call call, String name) {
            return Resource.group(call.registry(), name);
        }

        @Override
        PolicyHolder find(Call call, String name) {
            return call.registry().groups().get(name);
        }
    },
    ROLE("Role", PolicyHolder.Kind.ROLE, Shape.ROLE_NAME) {
        @Override
        Resource resource(Call call, String name) {
            return Resource.role(call.registry(), name);
        }

        @Override
        PolicyHolder find(Call call, String name) {
            return call.registry().roles().get(name);
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

    abstract Resource resource(Call call, String name);

    abstract PolicyHolder find(Call call, String name);
}
