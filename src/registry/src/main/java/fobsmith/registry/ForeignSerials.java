package fobsmith.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;

/**
 * The trace of codes shown for a serial number that is of no device of the user. Whether it is somebody else's or nobody's is
 * not looked up, so that neither the record nor the time it takes depends on it.
 */
record ForeignSerials(AuditTrail audit) {
    /** Whoever has an access key may ask without end; he fills no trail. */
    private static final Duration AT_MOST_ONE_IN = Duration.ofMinutes(1);

    private static final String REASON = "the serial number is of no device of this user";

    /** Of what a caller tries for a user, one record a minute. The serial number stands in it as a fingerprint only. */
    void note(Transaction tx, Actor caller, Deed.OnEnabledDevice deed, SerialNumber serial) {
        var user = deed.user().id();
        if (!isNoted(tx, caller, user)) {
            var detail = Map.of(
                    "for",
                    deed.action().text(),
                    "reason",
                    REASON,
                    "serialFingerprint",
                    audit.fingerprint(serial.key().getBytes(UTF_8)));
            audit.append(tx, caller, AuditAction.REFUSE_CODE, user, detail);
        }
    }

    private static boolean isNoted(Transaction tx, Actor caller, String user) {
        return tx.find(
                        "SELECT at FROM audit_record WHERE subject = ? AND action = ? AND actor = ? ORDER BY seq DESC LIMIT 1",
                        row -> row.instant("at"),
                        user,
                        AuditAction.REFUSE_CODE.text(),
                        caller.id())
                .filter(newest -> newest.plus(AT_MOST_ONE_IN).isAfter(tx.now()))
                .isPresent();
    }
}
