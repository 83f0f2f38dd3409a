package fobsmith.iam.policy;

/** What an action is authorised against. */
public enum ResourceKind {
    USER("user"),
    GROUP("group"),
    ROLE("role"),
    MFA_DEVICE("mfa"),
    /** Nothing in particular: only a Resource of {@code *} covers it. */
    NONE("");

    private final String type;

    ResourceKind(String type) {
        this.type = type;
    }

    /**
     * The resource of a request, such as {@code arn:aws:iam::123456789012:user/staff/bob}.
     *
     * @param path begins and ends with a slash
     */
    public String arn(String account, String path, String name) {
        return this == NONE ? "*" : "arn:aws:iam::%s:%s%s%s".formatted(account, type, path, name);
    }
}
