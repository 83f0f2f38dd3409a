package fobsmith.registry;

import java.time.Instant;

/** How many MFA devices somebody has. */
final class Devices {
    /** That a row of tokens is a device now: a temporary one whose time is over is none any more. Takes the time. */
    static final String IN_USE = "state = 'enabled' AND (expires_at IS NULL OR expires_at > ?)";

    private static final String OF_USER = "SELECT count(*) AS n FROM token WHERE owner_id = ? AND ";

    private Devices() {}

    /** What is none any more takes no room, and asks for no code. Whoever decides by this holds the user's row. */
    static long count(Query query, User user, Instant now) {
        return query.get(OF_USER + IN_USE, row -> row.number("n"), user.id(), now);
    }

    /** Also those: they are listed until they are deleted. */
    static long countWithExpired(Query query, User user) {
        return query.get(OF_USER + "state = 'enabled'", row -> row.number("n"), user.id());
    }
}
