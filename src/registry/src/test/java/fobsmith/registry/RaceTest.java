package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
    @TempDir
    Path folder;

    /** Two registries open on one file stand for two processes: the database settles it, not a lock of this JVM. */
    @Test
    void oneCodeSentSixtyFourTimesAtOnceIsAcceptedOnce() throws Exception {
        try (var rig = new TestRegistry(folder);
                var other = rig.openAgain();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bob = rig.user("bob");
            var fob = rig.fob("GAHT00000001");
            rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, -1));
            for (int round = 0; round < 10; round++) {
                rig.clock.turn(Duration.ofSeconds(30));
                rig.registry.tokens().unlock(rig.console, fob);
                var code = rig.display(fob, 0);
                Callable<CodeOutcome> here =
                        () -> rig.registry.typedCodes().signIn(new Actor(bob.id(), "here"), bob, fob, code);
                Callable<CodeOutcome> there =
                        () -> other.typedCodes().signIn(new Actor(bob.id(), "there"), bob, fob, code);
                assertThat(accepted(threads, here, there)).isEqualTo(1);
            }
        }
    }

    /** The order that a race shows by luck only: the attempt is booked, the fob is taken away, the code was right. */
    @Test
    void aFobTakenAwayWhileItsCodeIsLookedAtSignsNobodyIn() throws Exception {
        try (var rig = TestRegistry.copy(folder)) {
            var bob = rig.user("bob");
            var fob = rig.fob("GAHT00000001");
            rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, -1));
            rig.clock.turn(Duration.ofSeconds(30));
            whenAnAttemptIsBooked(
                    rig, "UPDATE token SET state = 'returned', owner_id = NULL, enabled_at = NULL WHERE id = new.id");
            var asBob = new Actor(bob.id(), "here");
            var outcome = rig.registry.typedCodes().signIn(asBob, bob, fob, rig.display(fob, 0));
            assertThat(outcome).isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.OVERTAKEN));
            var token = rig.registry.tokens().get(fob);
            assertThat(token.state()).isEqualTo(TokenState.RETURNED);
            assertThat(rig.registry.audit().about(token, 1))
                    .extracting(AuditRecord::action)
                    .containsExactly("refuse-code");
        }
    }

    /** The next statement is somebody else's, and durable with the booking: nothing can come in between. */
    private static void whenAnAttemptIsBooked(TestRegistry rig, String change) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER meanwhile AFTER UPDATE OF failures ON token"
                    + " WHEN new.failures > old.failures BEGIN %s; END".formatted(change));
        }
    }

    @Test
    void aNinthDeviceInParallelIsRefused() throws Exception {
        try (var rig = new TestRegistry(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bob = rig.user("bob");
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 16; i++) {
                var fob = rig.fob("GAHT000000%02d".formatted(i));
                tasks.add(() -> enables(rig, bob, fob));
            }
            int enabled = 0;
            for (var result : threads.invokeAll(tasks)) {
                enabled += result.get() ? 1 : 0;
            }
            assertThat(enabled).isEqualTo(8);
        }
    }

    /** Else two first devices sent at once would both be spared the code that a second one takes. */
    @Test
    void onlyOneOfManyFirstDevicesIsTheFirst() throws Exception {
        try (var rig = TestRegistry.copy(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bob = rig.user("bob");
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var fob = rig.fob("GAHT000000%02d".formatted(i));
                tasks.add(() -> enablesAsFirst(rig, bob, fob));
            }
            int enabled = 0;
            for (var result : threads.invokeAll(tasks)) {
                enabled += result.get() ? 1 : 0;
            }
            assertThat(enabled).isEqualTo(1);
        }
    }

    @Test
    void onlyOneOfManyFirstTemporaryDevicesIsTheFirst() throws Exception {
        try (var rig = TestRegistry.copy(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bob = rig.user("bob");
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var serial = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "today" + i);
                tasks.add(() -> makesAsFirst(rig, bob, serial));
            }
            int made = 0;
            for (var result : threads.invokeAll(tasks)) {
                made += result.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    private static boolean makesAsFirst(TestRegistry rig, User user, SerialNumber.VirtualArn serial) {
        try (var seed = rig.registry.identifiers().seed()) {
            rig.registry
                    .virtualDevices()
                    .createTemporary(rig.console, user, serial, seed, Duration.ofHours(1), new Voucher.None());
            return true;
        } catch (RegistryRefusal.CodeNeeded e) {
            return false;
        }
    }

    private static boolean enablesAsFirst(TestRegistry rig, User user, SerialNumber fob) {
        try {
            return rig.registry.typedCodes().enable(rig.console, user, fob, rig.pair(fob, 0), new Voucher.None())
                    instanceof CodeOutcome.Accepted;
        } catch (RegistryRefusal.CodeNeeded e) {
            return false;
        }
    }

    private static boolean enables(TestRegistry rig, User user, SerialNumber fob) {
        try {
            return rig.registry.typedCodes().enable(rig.console, user, fob, rig.pair(fob, 0))
                    instanceof CodeOutcome.Accepted;
        } catch (RegistryRefusal.QuotaExceeded e) {
            return false;
        }
    }

    private static long accepted(ExecutorService threads, Callable<CodeOutcome> here, Callable<CodeOutcome> there)
            throws Exception {
        var tasks = new ArrayList<Callable<CodeOutcome>>();
        for (int i = 0; i < 32; i++) {
            tasks.add(here);
            tasks.add(there);
        }
        long accepted = 0;
        for (var result : threads.invokeAll(tasks)) {
            accepted += result.get() instanceof CodeOutcome.Accepted ? 1 : 0;
        }
        return accepted;
    }
}
