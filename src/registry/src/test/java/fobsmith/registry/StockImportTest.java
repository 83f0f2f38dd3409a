package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockImportTest {
    /** More than are written at a time. */
    private static final int MANY = 450;

    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = TestRegistry.copy(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static SerialNumber.Hardware serial(int number) {
        return new SerialNumber.Hardware("GAHT%08d".formatted(number));
    }

    private NewToken token(int number, String secret) {
        try (var seed = Seed.adopt(secret.getBytes(StandardCharsets.US_ASCII))) {
            return rig.registry.stock().seal(serial(number), "ACME", "F2", OtpProfile.Totp.STANDARD, seed);
        }
    }

    private void addMany(StockImport running) {
        for (int i = 0; i < MANY; i++) {
            running.add(token(i, "a seed of 20 bytes.."));
        }
    }

    private List<Token> listed() {
        return rig.registry.tokens().list("", 1000).items();
    }

    @Test
    void nothingIsSeenBeforeTheEndAndAllOfItAfter() {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            addMany(running);
            assertThat(listed()).isEmpty();
            assertThat(rig.registry.tokens().find(serial(7))).isEmpty();
            assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(MANY, 0, 0, 0, 0));
        }
        assertThat(listed()).hasSize(MANY);
        assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    @Test
    void anImportThatIsGivenUpLeavesNothing() {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            addMany(running);
        }
        assertThat(count("SELECT count(*) FROM token")).isZero();
        assertThat(count("SELECT count(*) FROM pending_import")).isZero();
    }

    @Test
    void whatADeadProcessLeftIsNeverSeenAndForgottenByTheNextImport() throws SQLException {
        rig.fob("GAHT00000003");
        rig.fob("GAHT00000004");
        execute("INSERT INTO pending_import (id, source, begun_at) VALUES ('dead', 'crate', 0)");
        execute("UPDATE token SET import_id = 'dead' WHERE serial = 'GAHT00000004'");
        assertThat(listed()).extracting(Token::serial).containsExactly(serial(3));
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.add(token(4, "another seed, 20 by."));
            assertThat(running.finish(List.of()).added()).isOne();
        }
        assertThat(listed()).extracting(Token::serial).containsExactly(serial(3), serial(4));
    }

    @Test
    void oneImportAtATime() {
        try (var _ = rig.registry.stock().begin(rig.console, "crate")) {
            assertThatThrownBy(() -> rig.registry.stock().begin(rig.console, "another"))
                    .isInstanceOf(RegistryException.Unavailable.class)
                    .hasMessageContaining("another import into");
        }
        rig.registry.stock().begin(rig.console, "another").close();
    }

    @Test
    void aSerialThatStandsTwiceIsFoundFarApart() {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            addMany(running);
            running.add(token(0, "a seed of 20 bytes.."));
            assertThatThrownBy(() -> running.finish(List.of()))
                    .isInstanceOf(SerialStandsTwice.class)
                    .hasMessage("serial GAHT00000000 stands twice in the file");
        }
        assertThat(listed()).isEmpty();
    }

    @Test
    void replacesTheSeedOfFreeStockForAReasonAndOfNothingElse() {
        var free = rig.fob("GAHT00000001");
        var enabled = rig.fob("GAHT00000002");
        var bob = rig.user("bob");
        rig.registry.typedCodes().enable(rig.console, bob, enabled, rig.pair(enabled, -1));
        rig.registry.typedCodes().check(rig.console, free, rig.pair(free, -1));
        try (var running = rig.registry.stock().beginReplacing(rig.console, "crate", "vendor sent new seeds")) {
            running.add(token(1, "another seed, 20 by."));
            assertThat(running.finish(List.of())).isEqualTo(new ImportOutcome(0, 0, 0, 1, 0));
        }
        var replaced = rig.registry.tokens().get(free);
        assertThat(replaced.state()).isEqualTo(TokenState.IMPORTED);
        assertThat(replaced.seedVersion()).isEqualTo(2);
        assertThat(replaced.clock().nextStep()).isZero();
        assertThat(replaced.model()).isEqualTo("F2");
        assertThat(seeds(free)).containsExactly("another seed, 20 by.");
        try (var running = rig.registry.stock().beginReplacing(rig.console, "crate", "again")) {
            running.add(token(2, "another seed, 20 by."));
            assertThatThrownBy(() -> running.finish(List.of()))
                    .isInstanceOf(RegistryRefusal.WrongState.class)
                    .hasMessage("token GAHT00000002 is enabled; only free stock is given another seed by a file");
        }
        assertThat(rig.registry.tokens().findEnabled(bob, enabled)).isPresent();
    }

    @Test
    void aReplacedTokenStaysReserved() {
        var bob = rig.user("bob");
        rig.fob("GAHT00000001");
        try (var running = rig.registry.stock().beginReplacing(rig.console, "crate", "new seeds")) {
            running.finish(List.of(new Reservation(serial(1), bob)));
        }
        try (var running = rig.registry.stock().beginReplacing(rig.console, "crate", "new seeds")) {
            running.add(token(1, "another seed, 20 by."));
            running.finish(List.of());
        }
        assertThat(rig.registry.tokens().get(serial(1)).ownerId()).isEqualTo(bob.id());
        assertThat(rig.registry.tokens().get(serial(1)).state()).isEqualTo(TokenState.RESERVED);
    }

    @Test
    void reservesInTheSameMomentOrNotAtAll() {
        var bob = rig.user("bob");
        var reservation = new Reservation(serial(1), bob);
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.add(token(1, "a seed of 20 bytes.."));
            assertThatThrownBy(() -> running.finish(List.of(reservation, new Reservation(serial(9), bob))))
                    .isInstanceOf(RegistryRefusal.UnknownToken.class);
        }
        assertThat(listed()).isEmpty();
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.add(token(1, "a seed of 20 bytes.."));
            assertThat(running.finish(List.of(reservation))).isEqualTo(new ImportOutcome(1, 0, 0, 0, 1));
        }
        assertThat(rig.registry.tokens().get(serial(1)).reservedFrom()).isEqualTo(TokenState.IMPORTED);
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.add(token(1, "a seed of 20 bytes.."));
            assertThat(running.finish(List.of(reservation)).changed()).isFalse();
        }
    }

    /** A list of reservations takes nothing from anybody, and where one of them cannot be, none is made. */
    @Test
    void reservesNothingThatSomebodyHasOrThatIsSetAsideForAnother() {
        var bob = rig.user("bob");
        var carol = rig.user("carol");
        var enabled = rig.fob("GAHT00000001");
        var reserved = rig.fob("GAHT00000002");
        rig.registry.typedCodes().enable(rig.console, bob, enabled, rig.pair(enabled, 0));
        reserve(new Reservation(reserved, bob));
        for (var taken : List.of(enabled, reserved)) {
            assertThatThrownBy(() -> reserve(new Reservation(taken, carol)))
                    .isInstanceOf(RegistryRefusal.WrongState.class);
            assertThat(rig.registry.tokens().get(taken).ownerId()).isEqualTo(bob.id());
        }
        assertThat(rig.registry.tokens().get(enabled).state()).isEqualTo(TokenState.ENABLED);
    }

    private void reserve(Reservation reservation) {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.finish(List.of(reservation));
        }
    }

    @Test
    void everySeedThatLeavesIsInTheAuditTrailFirst() {
        rig.fob("GAHT00000001");
        rig.fob("GAHT00000002");
        var recorded = new ArrayList<Long>();
        var number = rig.registry
                .stock()
                .export(rig.console, "moving to another system", "file")
                .all((_, _) -> recorded.add(count("SELECT count(*) FROM audit_record WHERE action = 'export-seed'")));
        assertThat(number).isEqualTo(2);
        assertThat(recorded).containsExactly(2L, 2L);
        assertThat(count("SELECT count(*) FROM audit_record WHERE detail LIKE '%moving to another system%'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> seeds(serial(3))).isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    private List<String> seeds(SerialNumber serial) {
        var seeds = new ArrayList<String>();
        rig.registry
                .stock()
                .export(rig.console, "test", "test")
                .one(serial, (_, seed) -> seeds.add(seed.use(bytes -> new String(bytes, StandardCharsets.US_ASCII))));
        return seeds;
    }

    private long count(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Its seed is destroyed, so nobody can say whether the file has the same. */
    @ParameterizedTest
    @ValueSource(strings = {"a seed of 20 bytes..", "another seed, 20 by."})
    void aRetiredFobStaysRetiredAndIsCountedApart(String seed) {
        importOne();
        rig.registry.shelf().retire(rig.console, serial(1), "worn");
        try (var again = rig.registry.stock().begin(rig.console, "crate")) {
            again.add(token(1, seed));
            again.add(token(2, "a seed of 20 bytes.."));
            assertThat(again.finish(List.of())).isEqualTo(new ImportOutcome(1, 0, 1, 0, 0));
        }
        assertThat(rig.registry.tokens().get(serial(1)).state()).isEqualTo(TokenState.RETIRED);
        try (var again = rig.registry.stock().beginReplacing(rig.console, "crate", "new seeds")) {
            again.add(token(1, seed));
            assertThatThrownBy(() -> again.finish(List.of()))
                    .isInstanceOf(RegistryRefusal.WrongState.class)
                    .hasMessage(
                            "token GAHT00000001 is retired; it is never given a seed again: take it out of the file,"
                                    + " or import without --replace");
        }
    }

    @Test
    void aTokenWithoutASeedToCompareRefusesTheFile() throws SQLException {
        importOne();
        execute(
                "UPDATE token SET state = 'void', sealed_seed = NULL, key_version = NULL WHERE serial = 'GAHT00000001'");
        try (var again = rig.registry.stock().begin(rig.console, "crate")) {
            again.add(token(1, "a seed of 20 bytes.."));
            assertThatThrownBy(() -> again.finish(List.of()))
                    .isInstanceOf(RegistryRefusal.WrongState.class)
                    .hasMessage("token GAHT00000001 is void; it has no seed that the file's could be compared with:"
                            + " write it first, or retire it");
        }
    }

    private void importOne() {
        try (var first = rig.registry.stock().begin(rig.console, "crate")) {
            first.add(token(1, "a seed of 20 bytes.."));
            first.finish(List.of());
        }
    }
}
