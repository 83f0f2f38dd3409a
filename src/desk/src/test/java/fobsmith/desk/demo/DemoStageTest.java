package fobsmith.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.Bench;
import fobsmith.desk.Desk;
import fobsmith.desk.DeskRig;
import fobsmith.desk.DeskWindow;
import fobsmith.desk.Front;
import fobsmith.desk.Language;
import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class DemoStageTest {
    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private DemoStage stage;
    private Bench bench;
    private Front front;
    private DemoPanel panel;

    @BeforeEach
    void open() throws Exception {
        stage = DemoStage.build(clock, new SecureRandom());
        bench = new Bench(stage.links(), clock);
        FxToolkit.registerPrimaryStage();
        var desk = new Desk(
                stage.registry(),
                bench,
                new ConsoleSignIn(stage.registry(), "testhost"),
                clock,
                new SecureRandom(),
                new Messages(Language.ENGLISH),
                new Tasks(Runnable::run, Runnable::run));
        var window = DeskRig.onScreen(DeskWindow::new);
        front = DeskRig.onScreen(() -> new Front(desk, window, List.of(ResyncFlow.FLOW)));
        panel = DeskRig.onScreen(() -> (DemoPanel) stage.panel(desk));
        DeskRig.onScreen(() -> {
            window.showBeside(panel);
            front.signIn();
            stage.signIn(desk, front);
            return panel;
        });
    }

    @AfterEach
    void close() {
        if (panel.getParent() == null) {
            return;
        }
        DeskRig.onScreen(() -> {
            front.signOut();
            ((BorderPane) panel.getParent()).setRight(null);
            return true;
        });
        bench.close();
        stage.close();
    }

    @Test
    void signsItsOperatorIn() {
        assertThat(front.isOccupied()).isTrue();
    }

    @Test
    void showsWhatEveryFobShowsAndChangesWithIt() {
        var before = displays();
        assertThat(before)
                .hasSize(7)
                .contains("– – –")
                .filteredOn(code -> code.matches("\\d{3} \\d{3}"))
                .hasSize(6);
        clock.turn(Duration.ofSeconds(60));
        assertThat(displays())
                .doesNotContainAnyElementsOf(
                        before.stream().filter(code -> !code.startsWith("–")).toList());
    }

    @Test
    void pullsTheProgrammableTokenOutAndPlugsItIn() {
        assertThat(bench.scan()).hasSize(1);
        click("Pull out");
        assertThat(bench.scan()).isEmpty();
        click("Plug in");
        assertThat(bench.scan()).hasSize(1);
    }

    @Test
    void speaksTheLanguageOfTheDesk() {
        DeskRig.onScreen(() -> {
            front.switchLanguage();
            panel.look();
            return true;
        });
        assertThat(buttons()).contains("Sacar");
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        Path folder = stage.folder();
        assertThat(Files.isDirectory(folder)).isTrue();
        close();
        assertThat(folder).doesNotExist();
    }

    private List<String> displays() {
        return DeskRig.onScreen(() -> {
            panel.look();
            return all().stream()
                    .filter(node -> node.getStyleClass().contains("demo-code"))
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
    }

    private List<Node> all() {
        panel.applyCss();
        return List.copyOf(panel.lookupAll("*"));
    }

    private List<String> buttons() {
        return DeskRig.onScreen(() -> all().stream()
                .filter(Button.class::isInstance)
                .map(node -> ((Button) node).getText())
                .toList());
    }

    private void click(String text) {
        DeskRig.onScreen(() -> {
            all().stream()
                    .filter(node ->
                            node instanceof Button button && button.getText().equals(text))
                    .forEach(node -> ((Button) node).fire());
            return true;
        });
    }
}
