package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void namesAreUniqueWithoutRegardToCaseAndKeepTheirs() {
        rig.user("Bob");
        assertThat(rig.registry.users().get("bOB").name()).isEqualTo("Bob");
        assertThatThrownBy(() -> rig.user("BOB")).isInstanceOf(RegistryRefusal.Exists.class);
    }

    @Test
    void takesOnlyNamesThatIamTakes() {
        assertThatThrownBy(() -> rig.user("bob builder")).hasMessageContaining("\"bob builder\" is not a user name");
    }

    @Test
    void rootIsNeitherRenamedNorDeleted() {
        var users = rig.registry.users();
        var root = users.root();
        assertThatThrownBy(() -> users.update(rig.console, root, "bob", "/"))
                .isInstanceOf(RegistryRefusal.Unknown.class);
        assertThatThrownBy(() -> users.delete(rig.console, root)).isInstanceOf(RegistryRefusal.Unknown.class);
        assertThat(users.root()).isEqualTo(root);
    }

    @Test
    void listsByPathAndNameInPages() {
        var users = rig.registry.users();
        users.create(rig.console, "zoe", "/a/", false);
        users.create(rig.console, "adam", "/b/", false);
        var first = users.list("/", "", "", 2);
        assertThat(first.items()).extracting(User::name).containsExactly("administrator", "zoe");
        assertThat(first.truncated()).isTrue();
        var second = users.list("/", "/a/", "zoe", 2);
        assertThat(second.items()).extracting(User::name).containsExactly("adam");
        assertThat(second.truncated()).isFalse();
        assertThat(users.list("/b/", "", "", 9).items()).extracting(User::name).containsExactly("adam");
        assertThat(users.list("/%/", "", "", 9).items()).isEmpty();
    }

    @Test
    void aUserGoesLastAfterDevicesAndKeys() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, 0));
        var key = rig.registry.accessKeys().create(rig.console, bob, secret());
        assertThatThrownBy(() -> rig.registry
                        .users()
                        .delete(rig.console, rig.registry.users().get("bob")))
                .hasMessage("the user still has an MFA device");
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        assertThatThrownBy(() -> rig.registry
                        .users()
                        .delete(rig.console, rig.registry.users().get("bob")))
                .hasMessage("the user still has an access key");
        rig.registry.accessKeys().delete(rig.console, bob, key.id());
        rig.registry.users().delete(rig.console, rig.registry.users().get("bob"));
        assertThat(rig.registry.users().find("bob")).isEmpty();
        assertThat(rig.registry.names().find(bob.id())).contains("bob");
    }

    @Test
    void aRenamedUserKeepsDevicesAndSessions() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, 0));
        rig.clock.turn(Duration.ofHours(1));
        var robert = rig.registry.users().update(rig.console, bob, "Robert", "/staff/");
        assertThat(rig.registry.users().get("robert")).isEqualTo(robert);
        assertThat(robert.id()).isEqualTo(bob.id());
        assertThat(robert.sessionsValidFrom()).isEqualTo(bob.sessionsValidFrom());
        assertThat(robert.path()).isEqualTo("/staff/");
        assertThat(rig.registry.users().find("bob")).isEmpty();
        assertThat(rig.registry.tokens().listEnabled(robert, "", 9).items()).hasSize(1);
        assertThat(rig.registry.names().find(bob.id())).contains("Robert");
    }

    @Test
    void aUserMayChangeTheCaseOfHisNameButNotTakeAnothers() {
        var bob = rig.user("bob");
        assertThat(rig.registry.users().update(rig.console, bob, "BOB", "/").name())
                .isEqualTo("BOB");
        assertThatThrownBy(() -> rig.registry.users().update(rig.console, bob, "Administrator", "/"))
                .isInstanceOf(RegistryRefusal.Exists.class);
    }

    @Test
    void aUserHasTwoAccessKeysAndOnlyTheOwnerDeletesThem() {
        var bob = rig.user("bob");
        var keys = rig.registry.accessKeys();
        var key = keys.create(rig.console, bob, secret());
        keys.create(rig.console, bob, secret());
        assertThatThrownBy(() -> keys.create(rig.console, bob, secret()))
                .isInstanceOf(RegistryRefusal.QuotaExceeded.class);
        assertThatThrownBy(() -> keys.delete(rig.console, rig.administrator, key.id()))
                .isInstanceOf(RegistryRefusal.UnknownAccessKey.class);
        assertThat(keys.openSecret(key.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(secret()));
        assertThat(keys.list(bob, "", 100).items()).hasSize(2);
    }

    private static byte[] secret() {
        return "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".getBytes(StandardCharsets.US_ASCII);
    }
}
