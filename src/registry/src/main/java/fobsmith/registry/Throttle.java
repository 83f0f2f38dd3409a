package fobsmith.registry;

/**
 * Slows down whoever guesses codes. An attempt is booked as a failure before the code is looked at and forgiven when it was
 * right; from the sixth failure in a row on, a pause of 30 s, doubling to an hour, in which nothing is looked at. Failures
 * of callers who do not own the device are counted by caller, so that nobody locks out another.
 */
final class Throttle {
    private Throttle() {}

    /** Books the attempt in one statement; false while the pause lasts, and then nothing has changed. */
    static boolean book(Transaction tx, Token token, Actor caller) {
        return isOwn(token, caller) ? bookOwn(tx, token) : bookCaller(tx, token, caller);
    }

    private static boolean bookOwn(Transaction tx, Token token) {
        return tx.update(
                        "UPDATE token SET failures = failures + 1, pause_until = " + pause(tx, "failures")
                                + " WHERE id = ? AND pause_until <= ?",
                        token.id(),
                        tx.now())
                == 1;
    }

    private static boolean bookCaller(Transaction tx, Token token, Actor caller) {
        return tx.update(
                        "INSERT INTO caller_failure (caller_id, token_id, failures, pause_until) VALUES (?, ?, 1, 0)"
                                + " ON CONFLICT (caller_id, token_id) DO UPDATE SET"
                                + " failures = caller_failure.failures + 1, pause_until = "
                                + pause(tx, "caller_failure.failures")
                                + " WHERE caller_failure.pause_until <= ?",
                        caller.id(),
                        token.id(),
                        tx.now())
                == 1;
    }

    /** The code was right: this caller's failures are forgotten. The token's own end with the statement that accepts. */
    static void forgive(Transaction tx, Token token, Actor caller) {
        tx.update("DELETE FROM caller_failure WHERE caller_id = ? AND token_id = ?", caller.id(), token.id());
    }

    private static boolean isOwn(Token token, Actor caller) {
        return token.state() == TokenState.ENABLED && caller.id().equals(token.ownerId());
    }

    /** Computed from the failures before this one: the sixth brings 30 s, the thirteenth an hour. */
    static String pause(Transaction tx, String failures) {
        return "CASE WHEN %1$s < 5 THEN 0 WHEN %1$s >= 12 THEN %2$d + 3600000 ELSE %2$d + (30000 << (%1$s - 5)) END"
                .formatted(failures, tx.now().toEpochMilli());
    }
}
