package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MFA first, of requests that wait for another process to write: what it writes counts, not what stood there before. */
class MfaFirstMeanwhileTest extends RiggedTest {
    private static final String TEXT = "To complete this action, please ensure that you are authenticated with an MFA"
            + " device that is enabled for this user.";
    private static final String FIRST = "GAHT00000001";
    private static final String SECOND = "GAHT00000002";
    private static final String THIRD = "GAHT00000003";
    private static final String TAKE_FIRST =
            "UPDATE token SET state = 'returned', owner_id = NULL, enabled_at = NULL WHERE serial = '" + FIRST + "'";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
        rig.allow("bob", "everything", Statements.allow("*", "*"));
        rig.station.fob(SECOND);
        // The use of a key is written, too, but not again within the minute.
        bob.iam("GetUser").ok();
    }

    @Test
    void aFirstDeviceEnabledMeanwhileIsNotTakenAwayWithoutACode() throws Exception {
        var reply = meanwhile(
                () -> bob.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", SECOND),
                "UPDATE token SET state = 'enabled', owner_id = '%s', enabled_at = %d WHERE serial = '%s'"
                        .formatted(rig.station.registry.users().get("bob").id(), rig.station.clock.millis(), SECOND));
        reply.isRefused(403, "AccessDenied", TEXT);
        assertThat(devices()).contains(SECOND);
    }

    @Test
    void aCodeOfADeviceTakenAwayMeanwhileAddsNone() throws Exception {
        var session = sessionOfFirstWithThird();
        var reply = meanwhile(
                () -> session.iam(
                        "EnableMFADevice",
                        ServiceRig.enabling("bob", SECOND, rig.code(SECOND, -1), rig.code(SECOND, 0))),
                TAKE_FIRST);
        reply.isRefused(403, "AccessDenied", TEXT);
        assertThat(devices()).doesNotContain(SECOND);
    }

    @Test
    void aCodeOfADeviceTakenAwayMeanwhileTakesNoneAway() throws Exception {
        var session = sessionOfFirstWithThird();
        var reply = meanwhile(
                () -> session.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", THIRD), TAKE_FIRST);
        reply.isRefused(403, "AccessDenied", TEXT);
        assertThat(devices()).contains(THIRD);
    }

    private Client sessionOfFirstWithThird() {
        rig.enabledFob(FIRST, "bob");
        rig.enabledFob(THIRD, "bob");
        bob.iam("GetUser").ok();
        return bob.mfaSession(FIRST, rig.code(FIRST, 0));
    }

    private String devices() {
        return admin.iam("ListMFADevices", "UserName", "bob")
                .ok()
                .texts("SerialNumber")
                .toString();
    }

    /** Another process has begun to write when the request comes, and ends when the request waits for it. */
    private Reply meanwhile(Supplier<Reply> request, String change) throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + rig.station.file());
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var reply = new FutureTask<>(request::get);
            var thread = Thread.ofPlatform().start(reply);
            while (!isAboutToWrite(thread) && !reply.isDone()) {
                Thread.onSpinWait();
            }
            statement.execute(change);
            statement.execute("COMMIT");
            return reply.get();
        }
    }

    private static boolean isAboutToWrite(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("fobsmith.registry.Database")
                        && frame.getMethodName().equals("commit"));
    }
}
