package fobsmith.registry;

/** How many MFA devices somebody has. */
final class Devices {
    private Devices() {}

    /** Whoever decides by this holds the user's row. */
    static long count(Query query, User user) {
        return query.get(
                "SELECT count(*) AS n FROM token WHERE owner_id = ? AND state = 'enabled'",
                row -> row.number("n"),
                user.id());
    }
}
