package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screens look like, for docs/desk. No test of the suite: scripts/desk-screenshots runs it. */
class Screenshots {
    private static final Path PICTURES = Path.of(System.getProperty("pictures", "../../docs/desk"));

    /** Without a test's runner, for a class path given by hand. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("fobsmith-desk-pictures-");
        walk(Files.createDirectory(folder.resolve("en")), Language.ENGLISH, Theme.LIGHT, "en");
        walk(Files.createDirectory(folder.resolve("es")), Language.SPANISH, Theme.DARK, "es");
        System.exit(0);
    }

    @Test
    void inEnglishAndLight(@TempDir Path folder) {
        walk(folder, Language.ENGLISH, Theme.LIGHT, "en");
    }

    @Test
    void inSpanishAndDark(@TempDir Path folder) {
        walk(folder, Language.SPANISH, Theme.DARK, "es");
    }

    private static void walk(Path folder, Language language, Theme theme, String name) {
        try (var rig = new DeskRig(folder, language, Flows.ALL)) {
            DeskRig.onScreen(() -> {
                rig.front.use(theme);
                return true;
            });
            furnish(rig);
            rig.picture(PICTURES.resolve(name + "-sign-in.png"));
            rig.signedIn();
            assertThat(rig.front.isOccupied()).isTrue();
            rig.picture(PICTURES.resolve(name.equals("en") ? "home.png" : name + "-home.png"));
            resync(rig, name);
            rig.press(KeyCode.F1);
            rig.picture(PICTURES.resolve(name + "-keys.png"));
            rig.press(KeyCode.ESCAPE).control(KeyCode.L);
            rig.picture(PICTURES.resolve(name + "-locked.png"));
        }
    }

    private static void furnish(DeskRig rig) {
        for (var person : new String[] {"alice.moreno", "alicia.ruiz", "bob.okafor", "carla.ruiz", "dmitri.ivanov"}) {
            rig.registry.user(person);
        }
        var alice = rig.registry.registry.users().find("alice.moreno").orElseThrow();
        var fob = rig.registry.fob("GAHT12345678");
        rig.registry.registry.typedCodes().enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofSeconds(133));
    }

    private static void resync(DeskRig rig, String name) {
        var fob = rig.registry.registry.tokens().list("", 1).items().getFirst().serial();
        start(rig, "resync");
        rig.write("ali");
        rig.picture(PICTURES.resolve(name + "-resync-person.png"));
        rig.write("ce").press(KeyCode.ENTER);
        rig.write(rig.registry.display(fob, 3).reveal());
        rig.picture(PICTURES.resolve(name + "-resync-codes.png"));
        rig.write("123456").press(KeyCode.ENTER);
        rig.picture(PICTURES.resolve(name + "-resync-refused.png"));
        rig.write(rig.registry.display(fob, 3).reveal())
                .write(rig.registry.display(fob, 4).reveal())
                .press(KeyCode.ENTER);
        rig.picture(PICTURES.resolve(name + "-resync-done.png"));
        rig.press(KeyCode.ENTER);
    }

    private static void start(DeskRig rig, String flow) {
        DeskRig.onScreen(() -> {
            rig.front.flows().stream().filter(one -> one.name().equals(flow)).forEach(rig.front::start);
            return true;
        });
        rig.settle();
    }
}
