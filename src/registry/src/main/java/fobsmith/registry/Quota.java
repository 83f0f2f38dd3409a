package fobsmith.registry;

/** How many of something one user or the account may have, as IAM's documentation of quotas says. */
public enum Quota {
    USERS("UsersPerAccount", 5000),
    GROUPS("GroupsPerAccount", 300),
    ROLES("RolesPerAccount", 1000),
    /** IAM documents as many as users. */
    VIRTUAL_DEVICES("VirtualMFADevicesPerAccount", 5000),
    DEVICES_OF_USER("MFADevicesPerUser", 8),
    ACCESS_KEYS_OF_USER("AccessKeysPerUser", 2),
    GROUPS_OF_USER("GroupsPerUser", 10);

    private final String text;
    private final int limit;

    Quota(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }

    /** Before one more is added; whoever counts holds a row that every other who adds one must hold. */
    void requireRoom(long held) {
        if (held >= limit) {
            throw new RegistryRefusal.QuotaExceeded(text, limit);
        }
    }

    /** Every transaction that changes anything holds the registry's row, so that two at once cannot both add the last one. */
    void requireRoom(Transaction tx, String rows) {
        requireRoom(tx.get("SELECT count(*) AS n FROM " + rows, row -> row.number("n")));
    }
}
