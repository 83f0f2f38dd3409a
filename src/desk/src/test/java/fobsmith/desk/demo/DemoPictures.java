package fobsmith.desk.demo;

import static fobsmith.desk.DeskRig.onScreen;

import fobsmith.desk.Album;
import fobsmith.desk.Bench;
import fobsmith.desk.Desk;
import fobsmith.desk.DeskWindow;
import fobsmith.desk.Front;
import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import fobsmith.desk.Typist;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.testfx.api.FxToolkit;

/** The panel of simulated tokens beside the desk. */
public final class DemoPictures {
    private static final Duration INTO_A_STEP = Duration.ofSeconds(11);

    private static final String FOB = "GAHT00000001";

    private DemoPictures() {}

    public static void take(Album album) {
        var clock = HandTurnedClock.atStepStart();
        clock.turn(INTO_A_STEP);
        try (var stage = DemoStage.build(clock, new SecureRandom());
                var bench = new Bench(stage.links(), clock)) {
            var desk = new Desk(
                    stage.registry(),
                    bench,
                    new ConsoleSignIn(stage.registry(), "testhost"),
                    clock,
                    new SecureRandom(),
                    new Messages(album.language()),
                    new Tasks(Runnable::run, Runnable::run));
            shoot(album, stage, desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shoot(Album album, DemoStage stage, Desk desk) {
        var window = onScreen(DeskWindow::new);
        var front = onScreen(() -> new Front(desk, window, Album.flows()));
        onScreen(() -> {
            front.use(album.theme());
            window.showBeside(stage.panel(desk));
            front.signIn();
            stage.signIn(desk, front);
            var display = FxToolkit.toolkitContext().getRegisteredStage();
            display.setScene(window.scene());
            display.show();
            return true;
        });
        album.shoot(window, "demo-home");
        typeCodes(window, front);
        album.shoot(window, "demo");
        onScreen(() -> {
            front.signOut();
            // The panel looks at its tokens for as long as it is in a window.
            window.scene().setRoot(new Pane());
            return true;
        });
    }

    /** As far as the first code, which the panel shows. */
    private static void typeCodes(DeskWindow window, Front front) {
        var typist = new Typist(
                window.scene(),
                () -> onScreen(() -> {
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    return true;
                }));
        onScreen(() -> {
            front.start(Album.flows().getFirst());
            return true;
        });
        typist.write("dmi");
        typist.stroke(KeyCode.ENTER, false, false);
        typist.write(FOB);
        typist.stroke(KeyCode.ENTER, false, false);
        var shown = onScreen(() -> window.scene().getRoot().lookupAll(".demo-code").stream()
                .map(node -> ((Label) node).getText())
                .toList());
        typist.write(shown.get(1).replace(" ", ""));
    }
}
