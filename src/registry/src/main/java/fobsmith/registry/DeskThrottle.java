package fobsmith.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down whoever guesses at the desk, by the rule of {@link Throttle}: an attempt is booked as a failure before anything
 * is looked at, and forgiven when it was right.
 */
enum DeskThrottle {
    SIGN_IN("sign-in"),
    FIND("find");

    /** So long what was tried for names that nobody bears is remembered. */
    private static final Duration STRANGERS = Duration.ofDays(30);

    private static final String STRANGER = "name ";

    private final String purpose;

    DeskThrottle(String purpose) {
        this.purpose = purpose;
    }

    /** Where a name stands that nobody bears. */
    static String stranger(String hashOfName) {
        return STRANGER + hashOfName;
    }

    /** Books the attempt in one statement; the end of the pause while it lasts, and then nothing has changed. */
    Optional<Instant> book(Transaction tx, String subject) {
        tx.update(
                "DELETE FROM desk_throttle WHERE subject LIKE '" + STRANGER + "%' AND booked_at < ?",
                tx.now().minus(STRANGERS));
        int booked = tx.update(
                "INSERT INTO desk_throttle (subject, purpose, failures, pause_until, booked_at) VALUES (?, ?, 1, 0, ?)"
                        + " ON CONFLICT (subject, purpose) DO UPDATE SET failures = desk_throttle.failures + 1,"
                        + " booked_at = excluded.booked_at, pause_until = "
                        + Throttle.pause(tx, "desk_throttle.failures")
                        + " WHERE desk_throttle.pause_until <= ?",
                subject,
                purpose,
                tx.now(),
                tx.now());
        return booked == 1 ? Optional.empty() : Optional.of(pauseUntil(tx, subject));
    }

    private Instant pauseUntil(Query query, String subject) {
        return query.get(
                "SELECT pause_until FROM desk_throttle WHERE subject = ? AND purpose = ?",
                row -> row.instant("pause_until"),
                subject,
                purpose);
    }

    void forgive(Transaction tx, String subject) {
        tx.update("DELETE FROM desk_throttle WHERE subject = ? AND purpose = ?", subject, purpose);
    }

    /** For a user who is deleted. */
    static void forget(Transaction tx, User user) {
        tx.update("DELETE FROM desk_throttle WHERE subject = ?", user.id());
    }
}
