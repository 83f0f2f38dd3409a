package fobsmith.registry;

import static fobsmith.registry.TokenState.ENABLED;
import static fobsmith.registry.TokenState.IMPORTED;
import static fobsmith.registry.TokenState.LOST;
import static fobsmith.registry.TokenState.PROVEN;
import static fobsmith.registry.TokenState.RESERVED;
import static fobsmith.registry.TokenState.RETIRED;
import static fobsmith.registry.TokenState.RETURNED;
import static fobsmith.registry.TokenState.UNASSIGNED;
import static fobsmith.registry.TokenState.VOID;
import static fobsmith.registry.TokenState.WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest extends RiggedTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT00000001");
    private static final int PART = 8;

    private TokenState state() {
        return rig.registry.tokens().get(FOB).state();
    }

    private User bobWithTheFob() {
        var bob = rig.user("bob");
        rig.fob(FOB.value());
        rig.registry.typedCodes().enable(rig.console, bob, FOB, rig.pair(FOB, -1));
        rig.clock.turn(Duration.ofSeconds(30));
        return bob;
    }

    @Test
    void setsAFobAsideForOneUserAndTakesThatBack() {
        rig.fob(FOB.value());
        var bob = rig.user("bob");
        var shelf = rig.registry.shelf();
        assertThat(shelf.reserve(rig.console, new Reservation(FOB, bob))).isTrue();
        assertThat(shelf.reserve(rig.console, new Reservation(FOB, bob))).isFalse();
        assertThatThrownBy(() -> shelf.reserve(rig.console, new Reservation(FOB, rig.administrator)))
                .hasMessage("token GAHT00000001 is reserved; only free stock can be reserved");
        shelf.release(rig.console, FOB);
        assertThat(state()).isEqualTo(IMPORTED);
        assertThat(newest().detail())
                .isEqualTo("{\"after\":\"imported\",\"before\":\"reserved\",\"user\":\"%s\"}".formatted(bob.id()));

        rig.registry.typedCodes().check(rig.console, FOB, rig.pair(FOB, -1));
        shelf.reserve(rig.console, new Reservation(FOB, bob));
        shelf.release(rig.console, FOB);
        assertThat(state()).isEqualTo(PROVEN);
    }

    @Test
    void releasesNothingThatWasSetAsideForSomebodyElseMeanwhile() {
        rig.fob(FOB.value());
        var shelf = rig.registry.shelf();
        shelf.reserve(rig.console, new Reservation(FOB, rig.user("bob")));
        var seen = rig.registry.tokens().get(FOB);
        shelf.release(rig.console, FOB);
        shelf.reserve(rig.console, new Reservation(FOB, rig.administrator));
        assertThatThrownBy(() -> shelf.release(rig.console, seen))
                .hasMessage("token GAHT00000001 is reserved; somebody changed it in the same moment");
        shelf.release(rig.console, rig.registry.tokens().get(FOB));
        assertThat(state()).isEqualTo(IMPORTED);
    }

    /** It is stock again only when it has been found and has shown its codes. */
    @Test
    void takesALostFobFromItsUserUntilItIsFoundAndChecked() {
        var bob = bobWithTheFob();
        rig.registry.shelf().lose(rig.console, FOB, "left on a train");
        assertThat(newest().action() + newest().detail())
                .isEqualTo(("report-lost{\"after\":\"lost\",\"before\":\"enabled\",\"reason\":\"left on a train\","
                                + "\"user\":\"%s\"}")
                        .formatted(bob.id()));
        assertThat(rig.registry.tokens().findEnabled(bob, FOB)).isEmpty();
        assertThatThrownBy(
                        () -> rig.registry.typedCodes().signIn(new Actor(bob.id(), "x"), bob, FOB, rig.display(FOB, 0)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
        assertThatThrownBy(() -> rig.registry.typedCodes().enable(rig.console, bob, FOB, rig.pair(FOB, 0)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
        rig.registry.shelf().recover(rig.console, FOB);
        assertThat(state()).isEqualTo(RETURNED);
        rig.registry.typedCodes().check(rig.console, FOB, rig.pair(FOB, 0));
        assertThat(state()).isEqualTo(PROVEN);
    }

    @Test
    void losesNothingThatSomebodyHasBeenGivenMeanwhile() {
        rig.fob(FOB.value());
        var seen = rig.registry.tokens().get(FOB);
        rig.registry.shelf().reserve(rig.console, new Reservation(FOB, rig.administrator));
        assertThatThrownBy(() -> rig.registry.shelf().lose(rig.console, seen, "left on a train"))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("somebody changed it");
        assertThat(rig.registry.tokens().get(FOB).state()).isEqualTo(RESERVED);
    }

    @Test
    void destroysTheSeedOfARetiredFobInTheFileToo() throws SQLException, IOException {
        rig.fob(FOB.value());
        rig.registry.shelf().reserve(rig.console, new Reservation(FOB, rig.administrator));
        byte[] sealed = sealedSeed();
        assertThat(isInTheFiles(sealed)).isTrue();
        rig.registry.shelf().retire(rig.console, FOB, "battery is flat");
        assertThat(state()).isEqualTo(RETIRED);
        assertThat(rig.registry.tokens().get(FOB).ownerId()).isNull();
        assertThat(sealedSeed()).isNull();
        assertThat(isInTheFiles(sealed)).isFalse();
        rig.fob(FOB.value());
        assertThat(sealedSeed()).as("its file does not bring it back").isNull();
        assertThat(state()).isEqualTo(RETIRED);
    }

    /** Where SQLite has room elsewhere in the page for the shorter row, nothing new comes to lie where it stood. */
    @Test
    void destroysTheSeedOfARetiredFobWhoseRowMoves() throws SQLException, IOException {
        rig.fob(FOB.value());
        rig.fob("GAHT00000002");
        var phone = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "p".repeat(100));
        try (var seed = Seed.random(20, new SecureRandom())) {
            rig.registry.virtualDevices().create(rig.console, phone, seed, List.of());
        }
        rig.fob("GAHT00000003");
        rig.registry.virtualDevices().delete(rig.console, phone);
        byte[] sealed = sealedSeed();
        rig.registry.shelf().retire(rig.console, FOB, "battery is flat");
        assertThat(isInTheFiles(sealed)).isFalse();
    }

    private byte[] sealedSeed() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sealed_seed FROM token WHERE serial = '" + FOB + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        }
    }

    /** All of it, or any part of it that is long enough not to stand there by chance. */
    private boolean isInTheFiles(byte[] bytes) throws IOException {
        var wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var file : List.of(rig.file(), Path.of(rig.file() + "-wal"))) {
            var text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            if (IntStream.rangeClosed(0, wanted.length() - PART)
                    .anyMatch(i -> text.contains(wanted.substring(i, i + PART)))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void refusesWhatTheStatesDoNotAllow() throws SQLException {
        rig.fob(FOB.value());
        var shelf = rig.registry.shelf();
        var bob = rig.user("bob");
        isAllowedFrom(EnumSet.of(IMPORTED, PROVEN), () -> shelf.reserve(rig.console, new Reservation(FOB, bob)));
        isAllowedFrom(EnumSet.of(RESERVED), () -> shelf.release(rig.console, FOB));
        isAllowedFrom(
                EnumSet.of(IMPORTED, PROVEN, RESERVED, ENABLED, RETURNED), () -> shelf.lose(rig.console, FOB, "-"));
        isAllowedFrom(EnumSet.of(LOST), () -> shelf.recover(rig.console, FOB));
        isAllowedFrom(
                EnumSet.of(IMPORTED, PROVEN, RESERVED, RETURNED, LOST, VOID),
                () -> shelf.retire(rig.console, FOB, "-"));
    }

    private void isAllowedFrom(Set<TokenState> states, Runnable deed) throws SQLException {
        for (var state : EnumSet.complementOf(EnumSet.of(WRITING, UNASSIGNED))) {
            put(state);
            long before = rig.registry.audit().head().seq();
            if (states.contains(state)) {
                deed.run();
                assertThat(rig.registry.audit().head().seq()).isEqualTo(before + 1);
            } else {
                assertThatThrownBy(deed::run)
                        .as("from %s", state)
                        .isInstanceOf(RegistryRefusal.WrongState.class)
                        .hasMessageStartingWith("token GAHT00000001 is " + state);
                assertThat(state()).isEqualTo(state);
                assertThat(rig.registry.audit().head().seq()).isEqualTo(before);
            }
        }
    }

    private void put(TokenState state) throws SQLException {
        boolean owned = state == RESERVED || state == ENABLED;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.prepareStatement(
                        "UPDATE token SET state = ?, reserved_from = ?,"
                                + " owner_id = ?, enabled_at = ?, sealed_seed = coalesce(sealed_seed, x'00') WHERE serial = ?")) {
            statement.setString(1, state.text());
            statement.setString(2, state == RESERVED ? "proven" : null);
            statement.setString(3, owned ? rig.administrator.id() : null);
            statement.setObject(4, state == ENABLED ? 1L : null);
            statement.setString(5, FOB.value());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    /** Its new seed stands in the journal. */
    @Test
    void retiresNothingThatIsBeingWritten() {
        rig.fob(FOB.value());
        var physical = rig.registry.physicalTokens().remember("ACME", "F1", FOB.value());
        var known = rig.registry.tokens().find(FOB);
        try (var seed = Seed.random(20, new SecureRandom())) {
            var profile = OtpProfile.Totp.STANDARD;
            rig.registry.journal().seal(rig.console, physical, 0, FOB, profile, known, seed);
        }
        assertThatThrownBy(() -> rig.registry.shelf().retire(rig.console, FOB, "-"))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        assertThat(state()).isEqualTo(IMPORTED);
    }

    @Test
    void leavesVirtualDevicesAndUnknownSerialsAlone() {
        var phone = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "phone");
        try (var seed = Seed.random(20, new SecureRandom())) {
            rig.registry.virtualDevices().create(rig.console, phone, seed, List.of());
        }
        var shelf = rig.registry.shelf();
        assertThatThrownBy(() -> shelf.lose(rig.console, phone, "-"))
                .hasMessageEndingWith("a virtual device cannot be lost: deactivate and delete it");
        assertThatThrownBy(() -> shelf.retire(rig.console, phone, "-"))
                .hasMessageEndingWith("a virtual device cannot be retired: deactivate and delete it");
        for (Consumer<SerialNumber> deed : List.<Consumer<SerialNumber>>of(
                serial -> shelf.release(rig.console, serial),
                serial -> shelf.lose(rig.console, serial, "-"),
                serial -> shelf.recover(rig.console, serial),
                serial -> shelf.retire(rig.console, serial, "-"))) {
            assertThatThrownBy(() -> deed.accept(FOB)).isInstanceOf(RegistryRefusal.UnknownToken.class);
        }
    }
}
