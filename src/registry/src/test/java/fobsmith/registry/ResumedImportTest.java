package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.TokenClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import that was broken off and goes on. */
class ResumedImportTest extends BrokenOffImport {
    @ParameterizedTest
    @CsvSource({"0, 0", "199, 0", "200, 200", "399, 200", "400, 400", "450, 400"})
    void goesOnAfterTheLastSliceAndStoresNothingTwice(int added, int resumedAfter) {
        killedAfter(added);
        rig.clock.turn(Duration.ofHours(1));
        long resumedAt = rig.clock.instant().toEpochMilli();
        try (var registry = openLeft()) {
            try (var running = registry.stock().begin(rig.console, CRATE)) {
                assertThat(running.resumedAfter()).isEqualTo(resumedAfter);
                add(running, registry, ALL, NEW);
                assertThat(registry.tokens().list("", 10).items()).isEmpty();
                assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(ALL, 0, 0, 0, 0));
            }
            assertThat(count("SELECT count(*) FROM token WHERE created_at = " + resumedAt))
                    .isEqualTo(ALL - resumedAfter);
            assertThat(registry.tokens().list("", 1000).items()).hasSize(ALL);
            assertThat(count("SELECT count(*) FROM pending_import")).isZero();
            assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        }
    }

    @Test
    void whatBecameOfTheTokensBeforeIsCountedToo() {
        rig.registry.stock().importAll(rig.console, "earlier", List.of(token(rig.registry, 3, NEW)));
        rig.registry.stock().importAll(rig.console, "earlier", List.of(token(rig.registry, 4, NEW)));
        rig.registry.shelf().retire(rig.console, serial(4), "worn");
        killedAfter(400);
        try (var registry = openLeft();
                var running = registry.stock().begin(rig.console, CRATE)) {
            add(running, registry, ALL, NEW);
            assertThat(running.resumedAfter()).isEqualTo(400);
            assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(ALL - 2, 1, 1, 0, 0));
        }
    }

    /** As {@link #killedAfter}, but by something that the process survived. */
    @Test
    void whatIsKeptIsTakenUpAndNothingElseStays() {
        try (var running = rig.registry.stock().begin(rig.console, CRATE)) {
            add(running, rig.registry, 450, NEW);
            assertThat(running.keep()).isEqualTo(400);
        }
        try (var running = rig.registry.stock().begin(rig.console, CRATE)) {
            assertThat(running.resumedAfter()).isEqualTo(400);
        }
        try (var running = rig.registry.stock().begin(rig.console, CRATE)) {
            assertThat(running.resumedAfter()).as("closed without being kept").isZero();
            add(running, rig.registry, 199, NEW);
            assertThat(running.keep()).isZero();
        }
        try (var running = rig.registry.stock().begin(rig.console, "pipe")) {
            add(running, rig.registry, 450, NEW);
            assertThat(running.keep()).as("a pipe cannot be read twice").isZero();
        }
        assertThat(rig.registry.stock().abandonImport(rig.console)).isEmpty();
    }

    @Test
    void anotherOriginTakesNothingUpAndRemovesWhatWasLeft() {
        killedAfter(400);
        try (var registry = openLeft()) {
            try (var running = registry.stock().begin(rig.console, new ImportOrigin("crate", "f2"))) {
                assertThat(running.resumedAfter()).isZero();
                running.add(token(registry, 3, "another seed, 20 by."));
                assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(1, 0, 0, 0, 0));
            }
            assertThat(count("SELECT count(*) FROM token")).isOne();
        }
    }

    /** They are named by the run that ends it: what the one before was told does not count. */
    @Test
    void reservesForWhomTheLastRunNames() {
        var bob = rig.user("bob");
        killedAfter(400);
        try (var registry = openLeft();
                var running = registry.stock().begin(rig.console, CRATE)) {
            add(running, registry, 450, NEW);
            assertThat(running.finish(List.of(new Reservation(serial(3), bob))).reserved())
                    .isOne();
            assertThat(registry.tokens().get(serial(3)).ownerId()).isEqualTo(bob.id());
        }
    }

    @Test
    void anImportThatReplacesIsAnotherThanOneThatDoesNot() {
        killedAfter(400);
        try (var registry = openLeft();
                var running = registry.stock().beginReplacing(rig.console, CRATE, "new seeds")) {
            assertThat(running.resumedAfter()).isZero();
        }
    }

    @Test
    void whatIsNotKnownAgainStartsOver() {
        try (var running = rig.registry.stock().begin(rig.console, "pipe")) {
            add(running, rig.registry, 400, NEW);
            rig.registry.backup().write(rig.console, left);
        }
        try (var registry = openLeft();
                var running = registry.stock().begin(rig.console, "pipe")) {
            assertThat(running.resumedAfter()).isZero();
            add(running, registry, ALL, NEW);
            assertThat(running.finish(List.of()).added()).isEqualTo(ALL);
        }
    }

    /** As after a wrong transport key without MACs, or a file that was exchanged while it was read. */
    @Test
    void anotherTokenInThePlaceOfOneThatWasTakenEndsTheImport() {
        killedAfter(400);
        try (var registry = openLeft()) {
            var running = registry.stock().begin(rig.console, CRATE);
            assertThatThrownBy(() -> add(running, registry, ALL, "another seed, 20 by."))
                    .isInstanceOf(RegistryException.StaleImport.class)
                    .hasMessage("what was taken of crate before its import was broken off is not what it holds now");
            running.close();
            assertThat(count("SELECT count(*) FROM token")).isZero();
            try (var again = registry.stock().begin(rig.console, CRATE)) {
                assertThat(again.resumedAfter()).isZero();
            }
        }
    }

    @Test
    void aFileThatHasBecomeShorterEndsTheImport() {
        killedAfter(400);
        try (var registry = openLeft();
                var running = registry.stock().begin(rig.console, CRATE)) {
            add(running, registry, 200, NEW);
            assertThatThrownBy(() -> running.finish(List.of())).isInstanceOf(RegistryException.StaleImport.class);
        }
    }

    /** Half of it replaces seeds, which wait in a table of their own, and half is new. */
    private void killedWhileReplacing() {
        var known = new ArrayList<NewToken>();
        for (int i = 0; i < 100; i++) {
            known.add(token(rig.registry, i, "the seed before, 20."));
        }
        rig.registry.stock().importAll(rig.console, "earlier", known);
        try (var running = rig.registry.stock().beginReplacing(rig.console, CRATE, "new seeds")) {
            add(running, rig.registry, 200, NEW);
            rig.registry.backup().write(rig.console, left);
        }
    }

    private int rotate(KeyRotation keys) {
        try (var key = RegistryKey.KeyFile.read(rig.keyFile())) {
            keys.begin(rig.console, key, TestRegistry.CHEAP);
        }
        int rows = 0;
        for (int step = keys.step(); step > 0; step = keys.step()) {
            rows += step;
        }
        assertThat(keys.destroyOlder(rig.console)).isTrue();
        return rows;
    }

    @Test
    void aRotationOfTheDataKeySealsWhatIsStagedAnew() {
        killedWhileReplacing();
        try (var registry = openLeft()) {
            assertThat(rotate(registry.keys()))
                    .as("100 known, 100 new, 100 staged, the key of the audit trail")
                    .isEqualTo(301);
            try (var running = registry.stock().beginReplacing(rig.console, CRATE, "new seeds")) {
                assertThat(running.resumedAfter()).isEqualTo(200);
                add(running, registry, 250, NEW);
                assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(150, 0, 0, 100, 0));
            }
            var seeds = new ArrayList<String>();
            registry.stock()
                    .export(rig.console, "test", "test")
                    .all((_, seed) -> seeds.add(seed.use(bytes -> new String(bytes, StandardCharsets.US_ASCII))));
            assertThat(seeds).hasSize(250).containsOnly(NEW);
            assertThat(registry.tokens().get(serial(7)).clock())
                    .as("what the file knows of the new seed's clock")
                    .isEqualTo(new TokenClock(0, 90_000, null, null));
        }
    }

    @Test
    void aRestoredRegistryTakesNoImportUp() {
        killedWhileReplacing();
        var backup = left;
        left = folder.resolve("restored.db");
        try (var key = RegistryKey.KeyFile.read(rig.keyFile())) {
            Registry.restore(left, backup, key, rig.clock, new SecureRandom(), _ -> rig.console);
        }
        assertThat(count("SELECT count(*) FROM staged_token")).isZero();
        assertThat(count("SELECT count(*) FROM pending_import")).isZero();
        assertThat(count("SELECT count(*) FROM token")).isEqualTo(100);
        try (var registry = openLeft();
                var running = registry.stock().beginReplacing(rig.console, CRATE, "new seeds")) {
            assertThat(running.resumedAfter()).isZero();
        }
    }
}
