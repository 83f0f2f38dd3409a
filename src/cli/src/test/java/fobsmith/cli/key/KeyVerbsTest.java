package fobsmith.cli.key;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.SoftToken;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVerbsTest {
    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    @Test
    void rotatesTheDataKeyAndKeepsTheOldOneForItsSessions() {
        try (var station = new TestRegistry(folder, clock)) {
            station.fob("GAHT12345678");
            var terminal = Terminal.on(station.file(), clock);
            assertThat(terminal.type("key", "show").ok().out()).isEqualTo("""
                            registry key: key file
                            data key 1, since 2026-11-23T12:00:00Z
                              1 in token
                              1 in audit_writer
                            """);
            assertThat(terminal.type("key", "rotate", "data").ok().out())
                    .startsWith("2 rows sealed anew under data key 2; the old key stays until 2026-11-25T00:00:00Z");
            assertThat(terminal.type("key", "show").ok().out()).contains("data key 1, since", "data key 2, since");
            clock.turn(Duration.ofHours(36));
            assertThat(terminal.type("key", "rotate", "data").ok().out())
                    .isEqualTo("0 rows sealed anew under data key 2; the old key is destroyed\n");
            assertThat(terminal.type("key", "rotate", "data", "--end-sessions", "--json")
                            .ok()
                            .json()
                            .get("version")
                            .asInt())
                    .isEqualTo(3);
            assertThat(terminal.type("audit", "verify").ok().out()).contains("none changed");
        }
    }

    @Test
    void rotatesTheRegistryKeyFromFileToTokenAndToPassphrase() throws IOException {
        SoftToken.require();
        TestRegistry.copy(folder).close();
        var place = SoftToken.place("by command line");
        var pin = secret("pin", new String(SoftToken.pin()) + "\n");
        var words = secret("words", "five words make a passphrase\n");
        var terminal = Terminal.on(folder.resolve("registry.db"), clock);
        var rotated = terminal.type(
                "key",
                "rotate",
                "registry",
                "--new-pkcs11-library",
                place.library(),
                "--new-pkcs11-slot",
                SoftToken.slot(),
                "--new-pkcs11-label",
                place.label(),
                "--new-pin-file",
                pin);
        assertThat(rotated.ok().out())
                .isEqualTo("the registry is opened by a new PKCS#11 token; the key file of before opens it no more\n");
        assertThat(terminal.type("key", "show").err())
                .contains(
                        "is opened by a PKCS#11 token, not by a key file\nhint: name the token with --pkcs11-library");
        terminal.type(
                        "key",
                        "rotate",
                        "registry",
                        "--pkcs11-library",
                        place.library(),
                        "--pkcs11-slot",
                        SoftToken.slot(),
                        "--pkcs11-label",
                        place.label(),
                        "--pin-file",
                        pin,
                        "--new-passphrase-file",
                        words)
                .ok();
        assertThat(terminal.type("key", "show", "--passphrase-file", words).ok().out())
                .startsWith("registry key: passphrase\n");
    }

    @Test
    void rotatesToNoKeyThatOpensTheRegistryAlready() throws IOException {
        TestRegistry.copy(folder).close();
        var terminal = Terminal.on(folder.resolve("registry.db"), clock);
        var refused = terminal.type("key", "rotate", "registry", "--new-key-file", folder.resolve("registry.key"));
        assertThat(refused.status()).isOne();
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("the new key file opens registry %s already".formatted(folder.resolve("registry.db")))
                .contains("hint: nothing was changed; name another key file or passphrase");
        assertThat(terminal.type("key", "show").ok().out()).startsWith("registry key: key file");
    }

    private Path secret(String name, String text) throws IOException {
        PrivateFile.create(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name);
    }
}
