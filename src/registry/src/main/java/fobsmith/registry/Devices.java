package fobsmith.registry;

import java.time.Instant;

/** How many MFA devices somebody has. */
final class Devices {
    private static final String COUNT = "SELECT count(*) AS n FROM token WHERE owner_id = ? AND state = 'enabled'";

    private Devices() {}

    /**
     * A temporary device whose time is over is none any more: it takes no room, and asks for no code. Whoever decides by this
     * holds the user's row.
     */
    static long count(Query query, User user, Instant now) {
        return query.get(COUNT + " AND (expires_at IS NULL OR expires_at > ?)", row -> row.number("n"), user.id(), now);
    }

    /** Also those: they are listed until they are deleted. */
    static long countWithExpired(Query query, User user) {
        return query.get(COUNT, row -> row.number("n"), user.id());
    }
}
