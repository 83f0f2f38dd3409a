package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.SerialNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the short flows cost in keys and in clicks, as docs/desk.md says. Each person has one fob, and whoever is next another. */
class ShortEffortTest {
    private DeskRig rig;
    private Mouse mouse;
    private Effort effort;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, Flows.ALL).signedIn();
        effort = new Effort(rig);
        mouse = effort.mouse();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static SerialNumber fobOf(String name) {
        return new SerialNumber.Hardware(name.toUpperCase(Locale.ROOT) + "-00000001");
    }

    private void furnish(String... names) {
        for (var name : names) {
            var fob = rig.registry.fob(fobOf(name).value());
            var user = rig.registry.user(name);
            rig.registry.registry.typedCodes().enable(rig.registry.console, user, fob, rig.registry.pair(fob, 0));
        }
        rig.turn(Duration.ofMinutes(2));
    }

    private void type(SerialNumber fob) {
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal());
    }

    private void says(String text) {
        assertThat(rig.texts()).contains(text);
    }

    @Test
    void returningByScanner() throws IOException {
        furnish("alice", "bob");
        effort.costs(
                "return, by scanner",
                () -> {
                    rig.control(KeyCode.DIGIT6);
                    rig.typist.scan(fobOf("alice").value());
                    rig.press(KeyCode.ENTER);
                    type(fobOf("alice"));
                    rig.press(KeyCode.ENTER);
                    says("ALICE-00000001 works and can be given to somebody.");
                },
                () -> {
                    mouse.pressAt("#card-return");
                    rig.typist.scan(fobOf("bob").value());
                    mouse.press("_Take back");
                    type(fobOf("bob"));
                    mouse.press("_Check");
                    says("BOB-00000001 works and can be given to somebody.");
                });
    }

    @Test
    void returningByName() throws IOException {
        furnish("alice", "bob");
        effort.costs(
                "return, by name",
                () -> {
                    rig.control(KeyCode.DIGIT6).write("ali").press(KeyCode.ENTER, KeyCode.ENTER);
                    type(fobOf("alice"));
                    rig.press(KeyCode.ENTER);
                    says("ALICE-00000001 works and can be given to somebody.");
                },
                () -> {
                    mouse.pressAt("#card-return");
                    rig.write("bob");
                    mouse.chooseRow("bob");
                    mouse.press("_Take back");
                    type(fobOf("bob"));
                    mouse.press("_Check");
                    says("BOB-00000001 works and can be given to somebody.");
                });
    }

    @Test
    void losing() throws IOException {
        furnish("alice", "bob");
        effort.costs(
                "lost",
                () -> {
                    rig.control(KeyCode.DIGIT5).write("ali").press(KeyCode.ENTER, KeyCode.ENTER);
                    says("ALICE-00000001 is reported lost.");
                },
                () -> {
                    mouse.pressAt("#card-lost");
                    rig.write("bob");
                    mouse.chooseRow("bob");
                    mouse.press("_Report lost");
                    says("BOB-00000001 is reported lost.");
                });
    }

    @Test
    void bridgingTheDay() throws IOException {
        furnish("alice", "bob");
        effort.costs(
                "lost, with a temporary device",
                () -> {
                    rig.control(KeyCode.DIGIT5).write("ali").press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);
                    says("Scan this with the phone");
                },
                () -> {
                    mouse.pressAt("#card-lost");
                    rig.write("bob");
                    mouse.chooseRow("bob");
                    mouse.press("_Report lost");
                    mouse.press("Give a _temporary device");
                    says("Scan this with the phone");
                });
    }

    @Test
    void findingOutWhoseItIs() throws IOException {
        furnish("alice");
        effort.costs(
                "whose is this",
                () -> {
                    rig.control(KeyCode.DIGIT7);
                    type(fobOf("alice"));
                    rig.press(KeyCode.ENTER);
                    says("ALICE-00000001 is alice’s.");
                },
                () -> {
                    mouse.pressAt("#card-whose");
                    type(fobOf("alice"));
                    mouse.press("_Search");
                    says("ALICE-00000001 is alice’s.");
                });
    }

    @Test
    void deactivatingADevice() throws IOException {
        furnish("alice", "bob");
        effort.costs(
                "a person: deactivate one device",
                () -> {
                    rig.control(KeyCode.DIGIT8).write("ali").press(KeyCode.ENTER);
                    rig.shiftTab().press(KeyCode.SPACE, KeyCode.SPACE);
                    says("ALICE-00000001 is alice’s no more.");
                },
                () -> {
                    mouse.pressAt("#card-person");
                    rig.write("bob");
                    mouse.chooseRow("bob");
                    mouse.press("_Deactivate");
                    mouse.press("_Yes, deactivate it");
                    says("BOB-00000001 is bob’s no more.");
                });
    }

    @Test
    void givingRootAFob() throws IOException {
        var first = rig.registry.fob("ROOT-00000001");
        var second = rig.registry.fob("ROOT-00000002");
        effort.costs(
                "root's device",
                () -> {
                    rig.control(KeyCode.DIGIT9).shiftTab().press(KeyCode.SPACE);
                    rig.typist.scan(first.value());
                    type(first);
                    rig.press(KeyCode.ENTER);
                    says("ROOT-00000001 is root’s device now.");
                },
                () -> {
                    mouse.pressAt("#card-root");
                    mouse.press("_Give root a fob");
                    rig.typist.scan(second.value());
                    type(second);
                    mouse.press("_Enable");
                    says("ROOT-00000002 is root’s device now.");
                });
    }
}
