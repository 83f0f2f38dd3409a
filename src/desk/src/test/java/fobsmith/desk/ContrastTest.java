package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What desk.css colours can be read: WCAG 2.2 asks 4.5 : 1 of text and 3 : 1 of icons (AA, 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final double OF_TEXT = 4.5;
    private static final double OF_ICONS = 3;
    /** Screens, cards and the demo's panel; an outcome's ground lies on a card. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset");

    private DeskRig rig;
    private String css;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        rig = new DeskRig(folder, Flows.ALL);
        try (var in = ContrastTest.class.getResourceAsStream("desk.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void canBeReadInBothThemes() {
        for (var theme : Theme.values()) {
            assertThat(DeskRig.onScreen(() -> tooFaint(theme))).as(theme.name()).isEmpty();
        }
    }

    @Test
    void canBeReadInARowThatIsSelected() {
        rig.registry.fob("GAHT12345678");
        rig.signedIn().control(KeyCode.DIGIT1).write("administrator").press(KeyCode.ENTER, KeyCode.DOWN);
        for (var theme : Theme.values()) {
            DeskRig.onScreen(() -> {
                rig.front.use(theme);
                return true;
            });
            rig.settle();
            assertThat(DeskRig.onScreen(this::ofTheSelectedRow))
                    .as(theme.name())
                    .hasSize(3)
                    .allSatisfy((_, ratio) -> assertThat(ratio).isGreaterThanOrEqualTo(OF_TEXT));
        }
    }

    private Map<String, Double> ofTheSelectedRow() {
        var row = (Region) rig.window.scene().getRoot().lookup(".list-cell:selected");
        // As a device has it whose clock has strayed.
        var strayed = new Label("strayed");
        strayed.getStyleClass().add("strayed");
        ((HBox) row.lookup(".choice-row")).getChildren().add(strayed);
        row.applyCss();
        var ground = (Color) row.getBackground().getFills().getLast().getFill();
        var ratios = new TreeMap<String, Double>();
        for (var node : row.lookupAll(".label")) {
            var label = (Label) node;
            ratios.put(label.getText(), Contrast.ratio((Color) label.getTextFill(), ground));
        }
        return ratios;
    }

    private List<String> tooFaint(Theme theme) {
        rig.front.use(theme);
        var faint = new ArrayList<String>();
        var inks = named("-fx-text-fill");
        assertThat(inks).contains("-color-fg-muted");
        inks.add("-color-fg-default");
        inks.addAll(named("-fx-prompt-text-fill"));
        for (var ground : GROUNDS) {
            inks.forEach(ink -> compare(ink, ground, OF_TEXT, faint));
        }
        named("-fx-background-color").stream()
                .filter(name -> name.endsWith("-subtle"))
                .forEach(ground -> compare("-color-fg-default", ground, OF_TEXT, faint));
        named("-fx-icon-color").forEach(ink -> {
            compare(ink, "-color-bg-default", OF_ICONS, faint);
            var own = ink.replace("-fg", "-subtle");
            if (named("-fx-background-color").contains(own)) {
                compare(ink, own, OF_ICONS, faint);
            }
        });
        return faint;
    }

    private void compare(String ink, String ground, double enough, List<String> faint) {
        var under = over(colour(ground), colour("-color-bg-default"));
        double ratio = Contrast.ratio(over(colour(ink), under), under);
        if (ratio < enough) {
            faint.add("%s on %s: %.2f".formatted(ink, ground, ratio));
        }
    }

    /** The colours that desk.css gives this property. */
    private Set<String> named(String property) {
        var names = new TreeSet<String>();
        var rules = Pattern.compile(property + ":([^;]*);").matcher(css);
        while (rules.find()) {
            Pattern.compile("-color-[a-z-]+").matcher(rules.group(1)).results().forEach(one -> names.add(one.group()));
        }
        return names;
    }

    private Color colour(String name) {
        var patch = new Region();
        patch.setStyle("-fx-background-color: " + name + ";");
        var root = (StackPane) rig.window.scene().getRoot();
        root.getChildren().add(patch);
        try {
            root.applyCss();
            return (Color) patch.getBackground().getFills().getFirst().getFill();
        } finally {
            root.getChildren().remove(patch);
        }
    }

    private static Color over(Color ink, Color ground) {
        double share = ink.getOpacity();
        return Color.color(
                ink.getRed() * share + ground.getRed() * (1 - share),
                ink.getGreen() * share + ground.getGreen() * (1 - share),
                ink.getBlue() * share + ground.getBlue() * (1 - share));
    }
}
