package fobsmith.registry;

/** How many MFA devices somebody has, and may have. */
final class Devices {
    private static final int PER_USER = 8;

    private Devices() {}

    /** Whoever decides by this holds the user's row. */
    static long count(Query query, User user) {
        return query.get(
                "SELECT count(*) AS n FROM token WHERE owner_id = ? AND state = 'enabled'",
                row -> row.number("n"),
                user.id());
    }

    static void requireRoom(long held) {
        if (held >= PER_USER) {
            throw new RegistryRefusal.QuotaExceeded("MFADevicesPerUser", PER_USER);
        }
    }
}
