package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Offset;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Verification;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonTest {
    private static final Verification.Accepted MOVED =
            new Verification.Accepted(10, 11, new Offset(20_000, 80_000), 20_000, true);

    @Test
    void nothingIsLearnedAcrossACorrectionOfOurClock(@TempDir Path folder) {
        try (var rig = new TestRegistry(folder)) {
            var token = rig.registry.tokens().get(rig.fob("GAHT00000001"));
            assertThat(Lesson.of(token, new Deed.Check(), MOVED, true).driftMillis())
                    .isEqualTo(20_000);
            var across = Lesson.of(token, new Deed.Check(), MOVED, false);
            assertThat(across.driftMillis()).isZero();
            assertThat(across.learned()).isFalse();
        }
    }

    @Test
    void oneCodeTeachesOnlyWhatMovesTheDrift(@TempDir Path folder) {
        try (var rig = new TestRegistry(folder)) {
            var token = rig.registry.tokens().get(rig.fob("GAHT00000001"));
            var signIn = new Deed.SignIn(rig.administrator);
            var steady = new Verification.Accepted(10, 11, new Offset(-1, 1), 0, false);
            assertThat(Lesson.of(token, signIn, steady, true).learned()).isFalse();
            assertThat(Lesson.of(token, signIn, MOVED, true).learned()).isTrue();
            assertThat(Lesson.of(token, new Deed.Check(), steady, true).learned())
                    .isTrue();
        }
    }

    @Test
    void aTokenNeverTakesAWayThatItsStatesDoNotKnow(@TempDir Path folder) {
        try (var rig = new TestRegistry(folder);
                var database = new Database(rig.file(), rig.clock)) {
            var token = rig.registry.tokens().get(rig.fob("GAHT00000001"));
            var lesson = Lesson.of(token, new Deed.Check(), MOVED, true);
            var unassigned = new Standing(TokenState.UNASSIGNED, null, null, null);
            assertThatThrownBy(() -> database.write(tx -> lesson.compareAndSet(tx, unassigned)))
                    .hasMessage("a token cannot go from imported to unassigned");
        }
    }

    @Test
    void whoeverComesSecondChangesNothing(@TempDir Path folder) {
        try (var rig = new TestRegistry(folder);
                var database = new Database(rig.file(), rig.clock)) {
            var serial = rig.fob("GAHT00000001");
            var asBooked = rig.registry.tokens().get(serial);
            var lesson = Lesson.of(asBooked, new Deed.Check(), MOVED, true);
            var proven = Standing.of(asBooked).proven();
            boolean first = database.write(tx -> lesson.compareAndSet(tx, proven));
            boolean second = database.write(tx -> lesson.compareAndSet(tx, proven));
            assertThat(first).isTrue();
            assertThat(second).isFalse();
            assertThat(rig.registry.tokens().get(serial).profile()).isEqualTo(OtpProfile.Totp.STANDARD);
            assertThat(rig.registry.tokens().get(serial).clock().learnedAt())
                    .isEqualTo(Instant.ofEpochMilli(rig.clock.millis()));
        }
    }

    @Test
    void aLessonThatWasOvertakenByAnotherIsNotWrittenOverIt(@TempDir Path folder) {
        try (var rig = new TestRegistry(folder);
                var database = new Database(rig.file(), rig.clock)) {
            var serial = rig.fob("GAHT00000001");
            var asBooked = rig.registry.tokens().get(serial);
            var earlier = new Verification.Accepted(5, 6, new Offset(40_000, 60_000), 50_000, false);
            var resync = Lesson.of(asBooked, new Deed.Check(), earlier, true);
            var late = Lesson.of(asBooked, new Deed.Check(), MOVED, true);
            boolean first = database.write(tx -> resync.compareAndSet(tx, Standing.of(asBooked)));
            boolean second = database.write(tx -> late.compareAndSet(tx, Standing.of(asBooked)));
            assertThat(first).isTrue();
            assertThat(second).isFalse();
            assertThat(rig.registry.tokens().get(serial).clock().driftMillis()).isEqualTo(50_000);
        }
    }
}
