package fobsmith.registry;

/** Which virtual devices a listing wants. */
public enum Assignment {
    ASSIGNED("= 'enabled'"),
    UNASSIGNED("= 'unassigned'"),
    ANY("<> ''");

    private final String condition;

    Assignment(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
