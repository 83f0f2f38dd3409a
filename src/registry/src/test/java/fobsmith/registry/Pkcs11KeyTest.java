package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry key on a token that never gives it away, here SoftHSM's. */
class Pkcs11KeyTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsSoftHsm() {
        SoftToken.require();
    }

    @Test
    void makesARegistryThatOnlyTheTokenOpens() {
        var place = SoftToken.place("opens");
        var clock = TestRegistry.copy(folder).clock;
        var file = folder.resolve("held.db");
        try (var key = Pkcs11Key.create(place, SoftToken.pin())) {
            Registry.create(file, key, TestRegistry.CHEAP, TestRegistry.ACCOUNT, clock, new SecureRandom())
                    .close();
        }
        try (var key = Pkcs11Key.open(place, SoftToken.pin());
                var again = Registry.open(file, key, clock, new SecureRandom())) {
            assertThat(again.accountId()).isEqualTo(TestRegistry.ACCOUNT);
        }
        try (var other = RegistryKey.KeyFile.read(folder.resolve("registry.key"))) {
            assertThatThrownBy(() -> Registry.open(file, other, clock, new SecureRandom()))
                    .isInstanceOf(RegistryException.WrongKey.class)
                    .hasMessage("registry %s is opened by a PKCS#11 token, not by a key file".formatted(file));
        }
        try (var wrong = Pkcs11Key.create(SoftToken.place("another"), SoftToken.pin())) {
            assertThatThrownBy(() -> Registry.open(file, wrong, clock, new SecureRandom()))
                    .isInstanceOf(RegistryException.WrongKey.class)
                    .hasMessage("this PKCS#11 token does not open registry " + file);
        }
    }

    @Test
    void theKeyCannotBeTakenFromTheToken() {
        try (var key = Pkcs11Key.create(SoftToken.place("stays"), SoftToken.pin())) {
            assertThat(key.encoded()).isNull();
        }
    }

    @Test
    void refusesWhatIsNotThereAndTheWrongPin() {
        var place = SoftToken.place("nowhere");
        assertThatThrownBy(() -> Pkcs11Key.open(place, SoftToken.pin()))
                .isInstanceOf(RegistryException.WrongKey.class)
                .hasMessageEndingWith("holds no key \"nowhere\"");
        var pin = "not it".toCharArray();
        assertThatThrownBy(() -> Pkcs11Key.open(place, pin))
                .isInstanceOf(RegistryException.WrongKey.class)
                .hasMessageEndingWith("does not take this PIN");
        assertThat(pin).containsOnly('\0');
        var nothing = new Pkcs11Key.Place(folder.resolve("none.so"), null, "x");
        assertThatThrownBy(() -> Pkcs11Key.open(nothing, SoftToken.pin()))
                .isInstanceOf(RegistryException.WrongKey.class)
                .hasMessageStartingWith("there is no PKCS#11 module");
        Pkcs11Key.create(SoftToken.place("twice"), SoftToken.pin()).close();
        assertThatThrownBy(() -> Pkcs11Key.create(SoftToken.place("twice"), SoftToken.pin()))
                .hasMessageEndingWith("already holds a key \"twice\"");
    }
}
