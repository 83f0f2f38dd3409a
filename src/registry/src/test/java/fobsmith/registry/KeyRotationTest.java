package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New keys in the place of old ones, while a second process works on. */
class KeyRotationTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

    @TempDir
    Path folder;

    private TestRegistry station;
    private User alice;

    @BeforeEach
    void open() {
        station = TestRegistry.copy(folder);
        alice = station.user("alice");
        station.fob(FOB.value());
        station.registry.typedCodes().enable(station.console, alice, FOB, station.pair(FOB, 0));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private <T> T rotating(Function<KeyRotation, T> work) {
        try (var other = station.openAgain()) {
            return work.apply(other.keys());
        }
    }

    private int begin() {
        try (var key = RegistryKey.KeyFile.read(station.keyFile())) {
            return rotating(keys -> keys.begin(station.console, key, TestRegistry.CHEAP));
        }
    }

    private boolean destroyOlder() {
        return rotating(keys -> keys.destroyOlder(station.console));
    }

    private CodeOutcome signIn(int stepsAhead) {
        return station.registry.typedCodes().signIn(station.console, alice, FOB, station.display(FOB, stepsAhead));
    }

    private void manyFobs(int count) {
        var stock = station.registry.stock();
        var tokens = new ArrayList<NewToken>();
        for (int i = 0; i < count; i++) {
            var serial = new SerialNumber.Hardware("STOCK%07d".formatted(i));
            try (var seed = TestRegistry.seedOf(serial)) {
                tokens.add(stock.seal(serial, "ACME", "F1", OtpProfile.Totp.STANDARD, seed));
            }
        }
        stock.importAll(station.console, "test", tokens);
    }

    /** The process that rotates ends after each step; the one that serves never hears of it but by the database. */
    @Test
    void isTakenUpAfterEveryInterruptionWhileOthersServe() {
        manyFobs(450);
        var secret = "secret".getBytes(StandardCharsets.US_ASCII);
        var key = station.registry.accessKeys().create(station.console, alice, secret);
        assertThat(begin()).isEqualTo(2);
        var sealedMeanwhile = station.registry.accessKeys().create(station.console, alice, secret);
        var batches = new ArrayList<Integer>();
        for (int rows = rotating(KeyRotation::step); rows > 0; rows = rotating(KeyRotation::step)) {
            batches.add(rows);
            assertThat(begin()).as("a rotation under way is taken up").isEqualTo(2);
            assertThat(signIn(1 + batches.size())).isInstanceOf(CodeOutcome.Accepted.class);
            station.clock.turn(Duration.ofSeconds(30));
        }
        assertThat(batches).containsExactly(200, 200, 51, 1, 1);
        assertThat(rotating(KeyRotation::state).waiting()).isZero();
        assertThat(destroyOlder()).isTrue();
        assertThat(rotating(KeyRotation::state).keys())
                .extracting(KeyState.DataKey::version)
                .containsExactly(2);
        assertThat(station.registry.accessKeys().openSecret(key.id())).contains(secret);
        assertThat(station.registry.accessKeys().openSecret(sealedMeanwhile.id()))
                .contains(secret);
        station.fob("GAHT00000077");
        assertThat(rotating(KeyRotation::state).uses())
                .extracting(KeyUse::version)
                .containsOnly(2);
        assertThat(station.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    @Test
    void everySealedColumnOfTheSchemaIsKnown() {
        var known = SealedTable.ALL.stream()
                .map(table -> table.table() + "." + table.column())
                .toList();
        try (var database = new Database(station.file(), station.clock)) {
            List<String> found = database.read(query -> query.list(
                    "SELECT m.name AS t, c.name AS c FROM sqlite_master m, pragma_table_info(m.name) c"
                            + " WHERE m.type = 'table' AND c.name LIKE 'sealed%'",
                    row -> row.text("t") + "." + row.text("c")));
            assertThat(found).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void anOlderKeyStaysAsLongAsARowNeedsIt() {
        begin();
        assertThat(destroyOlder()).isFalse();
        assertThat(rotating(KeyRotation::state).keys()).hasSize(2);
        assertThat(rotating(KeyRotation::sessionsEnd))
                .contains(station.clock.instant().plus(Duration.ofHours(36)));
    }

    /** Neither the database file nor its write-ahead log keeps what could bring a destroyed key back. */
    @Test
    void nothingIsLeftOfADestroyedKey() throws IOException {
        begin();
        List<byte[]> traces;
        try (var database = new Database(station.file(), station.clock)) {
            traces = database.read(query -> query.list(
                    "SELECT wrapped AS trace FROM data_key WHERE version = 1 UNION SELECT link FROM data_key"
                            + " WHERE link IS NOT NULL",
                    row -> row.bytes("trace")));
        }
        assertThat(traces).hasSize(2).allSatisfy(trace -> assertThat(files()).contains(latin(trace)));
        while (rotating(KeyRotation::step) > 0) {}
        assertThat(destroyOlder()).isTrue();
        assertThat(traces).allSatisfy(trace -> assertThat(files()).doesNotContain(latin(trace)));
    }

    private String files() throws IOException {
        var log = station.file().resolveSibling(station.file().getFileName() + "-wal");
        return latin(Files.readAllBytes(station.file())) + latin(Files.readAllBytes(log));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void sessionsLiveOnUntilTheOlderKeyIsDestroyed() {
        var token = station.registry.vault().sealToken("session", new byte[] {1, 2, 3});
        begin();
        try (var late = station.openAgain()) {
            assertThat(late.vault().openToken("session", token)).contains(new byte[] {1, 2, 3});
            var newer = late.vault().sealToken("session", new byte[] {4});
            assertThat(station.registry.vault().openToken("session", newer)).contains(new byte[] {4});
        }
        while (rotating(KeyRotation::step) > 0) {}
        destroyOlder();
        try (var late = station.openAgain()) {
            assertThat(late.vault().openToken("session", token)).isEmpty();
        }
    }

    @Test
    void theNextRegistryKeyOpensAndThePresentOneNoMore() {
        begin();
        try (var present = RegistryKey.KeyFile.read(station.keyFile());
                var next = new RegistryKey.Passphrase("five words make a passphrase".toCharArray())) {
            station.registry.keys().rewrap(station.console, present, next, TestRegistry.CHEAP);
            assertThatThrownBy(station::openAgain)
                    .isInstanceOf(RegistryException.WrongKey.class)
                    .hasMessageEndingWith("is opened by a passphrase, not by a key file");
            try (var again = Registry.open(station.file(), next, station.clock, new SecureRandom())) {
                assertThat(again.keys().state().provider()).isEqualTo("passphrase");
                assertThat(again.audit().newest(1).getFirst().detail())
                        .isEqualTo("{\"after\":\"passphrase\",\"before\":\"key file\"}");
            }
            assertThat(signIn(2)).isInstanceOf(CodeOutcome.Accepted.class);
            assertThatThrownBy(() -> station.registry.keys().rewrap(station.console, present, next, TestRegistry.CHEAP))
                    .isInstanceOf(RegistryException.WrongKey.class);
        }
    }

    /** By what is in them, not by the name of the file or the object that holds them. */
    @Test
    void aKeyThatOpensTheRegistryAlreadyTakesOverFromNobody() throws IOException {
        var copy = Files.copy(station.keyFile(), folder.resolve("copy.key"), StandardCopyOption.COPY_ATTRIBUTES);
        try (var present = RegistryKey.KeyFile.read(station.keyFile());
                var same = RegistryKey.KeyFile.read(copy);
                var words = new RegistryKey.Passphrase("five words make a passphrase".toCharArray());
                var again = new RegistryKey.Passphrase("five words make a passphrase".toCharArray())) {
            requireRefused(present, same, "the new key file opens registry");
            station.registry.keys().rewrap(station.console, present, words, TestRegistry.CHEAP);
            requireRefused(words, again, "the new passphrase opens registry");
        }
    }

    private void requireRefused(RegistryKey present, RegistryKey same, String message) {
        var before = station.registry.audit().newest(1);
        assertThatThrownBy(() -> station.registry.keys().rewrap(station.console, present, same, TestRegistry.CHEAP))
                .isInstanceOf(RegistryException.WrongKey.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("already: whoever has the key of before would go on opening it");
        assertThat(station.registry.audit().newest(1)).isEqualTo(before);
    }

    @Test
    void aKeyOnATokenTakesOver() {
        SoftToken.require();
        var place = SoftToken.place("takes over");
        try (var present = RegistryKey.KeyFile.read(station.keyFile());
                var next = Pkcs11Key.create(place, SoftToken.pin())) {
            station.registry.keys().rewrap(station.console, present, next, TestRegistry.CHEAP);
        }
        try (var held = Pkcs11Key.open(place, SoftToken.pin());
                var again = Registry.open(station.file(), held, station.clock, new SecureRandom())) {
            assertThat(again.keys().begin(station.console, held, TestRegistry.CHEAP))
                    .isEqualTo(2);
        }
    }
}
