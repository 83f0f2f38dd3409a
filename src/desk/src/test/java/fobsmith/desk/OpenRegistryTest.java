package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.signin.OpenRegistryController;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryException;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A registry that a passphrase opens: typed into the window, or handed over by the options of the command line. */
class OpenRegistryTest {
    private static final String WORDS = "correct horse battery";

    private DeskRig rig;
    private Path file;
    private final AtomicReference<Registry> opened = new AtomicReference<>();

    @BeforeEach
    void makeOne(@TempDir Path folder) throws IOException {
        rig = new DeskRig(Files.createDirectory(folder.resolve("rig")), List.of());
        file = folder.resolve("closed.db");
        try (var key = new RegistryKey.Passphrase(WORDS.toCharArray())) {
            Registry.create(file, key, TestRegistry.CHEAP, TestRegistry.ACCOUNT, rig.clock, new SecureRandom())
                    .close();
        }
    }

    @AfterEach
    void close() {
        if (opened.get() != null) {
            opened.get().close();
        }
        rig.close();
    }

    private Registry open(RegistryKey key) {
        try (key) {
            return Registry.open(file, key, rig.clock, new SecureRandom());
        }
    }

    private void ask() {
        var controllers = Controllers.none().with(OpenRegistryController.class, this::controller);
        DeskRig.onScreen(() -> {
            rig.window.show(new Screens(rig.desk.messages()).load(Screen.OPEN_REGISTRY, controllers));
            return true;
        });
    }

    private OpenRegistryController controller() {
        return new OpenRegistryController(
                rig.desk.messages(),
                rig.desk.tasks(),
                file,
                typed -> open(new RegistryKey.Passphrase(typed)),
                opened::set);
    }

    @Test
    void opensByWhatIsTypedIntoTheWindow() {
        ask();
        assertThat(rig.mute()).isEmpty();
        rig.write("another passphrase").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("This key does not open the registry.");
        assertThat(opened.get()).isNull();
        rig.write(WORDS).press(KeyCode.ENTER);
        assertThat(opened.get()).isNotNull();
    }

    private DeskKeyOptions options(String... arguments) {
        return CommandLine.populateCommand(new DeskKeyOptions(), arguments);
    }

    private Path words(String mode) throws IOException {
        var words = Files.writeString(file.resolveSibling("words"), WORDS + "\n");
        return Files.setPosixFilePermissions(words, PosixFilePermissions.fromString(mode));
    }

    @Test
    void opensByAPassphraseInAFile() throws IOException {
        var options = options("--passphrase-file", words("rw-------").toString());
        opened.set(open(options.key(file, Map.of()).orElseThrow()));
        assertThat(opened.get()).isNotNull();
    }

    @Test
    void refusesAPassphraseThatOthersCanRead() throws IOException {
        var options = options("--passphrase-file", words("rw-r--r--").toString());
        assertThatThrownBy(() -> options.key(file, Map.of()))
                .isInstanceOf(RegistryException.NoSecret.class)
                .hasMessageEndingWith("can be read by others");
    }

    @Test
    void asksNobodyWhereNothingIsNamed() {
        assertThat(options().key(file, Map.of())).isEmpty();
    }

    @Test
    void wantsThePinOfATokenInAFile() {
        var options = options("--pkcs11-library", "/nowhere.so");
        assertThatThrownBy(() -> options.key(file, Map.of())).hasMessage("the PIN of the PKCS#11 token is missing");
    }

    @Test
    void takesOneKeyOnly() {
        assertThatThrownBy(() -> options("--key-file", "a", "--passphrase-fd", "3"))
                .isInstanceOf(CommandLine.MutuallyExclusiveArgsException.class);
    }
}
