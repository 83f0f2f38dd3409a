package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.controls.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the keyboard is can be seen on every kind of control (WCAG 2.2, 2.4.7): a line as long as its outline differs 3 : 1 from
 * what was there without it, and nothing moves.
 */
class FocusTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final double ENOUGH = 3;
    private static final double AROUND = 6;

    private final Set<String> seen = new TreeSet<>();
    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, Flows.ALL).signedIn();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void isSeenInBothThemes() {
        for (var theme : Theme.values()) {
            seen.clear();
            assertThat(unseen(theme)).as(theme.name()).isEmpty();
            assertThat(seen)
                    .contains("Button [accent, button]", "Button [button, flat]", "FlowCard [button, flow-card]")
                    .hasSizeGreaterThan(20);
        }
    }

    private List<String> unseen(Theme theme) {
        var all = new ArrayList<>(DeskRig.onScreen(() -> {
            rig.front.use(theme);
            rig.front.home();
            return unseen("home");
        }));
        for (var screen : Screen.values()) {
            all.addAll(DeskRig.onScreen(() -> {
                rig.window.show(BareScreen.of(screen, rig.desk.messages()));
                return unseen(screen.name());
            }));
        }
        all.addAll(DeskRig.onScreen(() -> {
            rig.window.show(madeInCode());
            return unseen("made in code");
        }));
        return all;
    }

    /** What no file of a screen has. */
    private static Page madeInCode() {
        var page = new Page();
        page.getContent()
                .addAll(
                        styled(new Button("x"), "small", "tag"),
                        styled(new Button("x"), "danger"),
                        styled(new Button("x"), "flat", "danger"),
                        selected(styled(new ToggleButton("x"), "state-chip")),
                        new RadioButton("x"),
                        selected(new RadioButton("x")));
        return page;
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private static ToggleButton selected(ToggleButton button) {
        button.setSelected(true);
        button.getStyleClass().add("now-selected");
        return button;
    }

    private List<String> unseen(String where) {
        var root = rig.window.scene().getRoot();
        root.applyCss();
        root.layout();
        // What scrolls is drawn from memory until the next pulse.
        root.lookupAll(".viewport").forEach(one -> one.setCache(false));
        return reachable(root)
                .filter(node -> seen.add(kind(node)))
                .flatMap(node -> judge(node).map(fault -> "%s on %s: %s".formatted(kind(node), where, fault)))
                .toList();
    }

    private static Stream<Node> reachable(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var own = node.isFocusTraversable() && !node.isDisabled() ? Stream.of(node) : Stream.<Node>empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(FocusTest::reachable))
                : own;
    }

    private static String kind(Node node) {
        var classes = new TreeSet<>(node.getStyleClass());
        classes.remove("focus-first");
        return node.getClass().getSimpleName() + " " + classes;
    }

    private Stream<String> judge(Node node) {
        boolean before = node.getPseudoClassStates().contains(FOCUSED);
        var place = node.localToScene(node.getLayoutBounds());
        var without = picture(node, place, false);
        var with = picture(node, place, true);
        boolean moved = !node.localToScene(node.getLayoutBounds()).equals(place);
        node.pseudoClassStateChanged(FOCUSED, before);
        long different = different(without, with);
        long outline = Math.round(2 * (place.getWidth() + place.getHeight()));
        return Stream.of(
                        different < outline ? "%d of %d pixels".formatted(different, outline) : "",
                        moved ? "moves" : "")
                .filter(fault -> !fault.isEmpty());
    }

    private WritableImage picture(Node node, Bounds place, boolean focused) {
        node.pseudoClassStateChanged(FOCUSED, focused);
        var what = new SnapshotParameters();
        what.setViewport(new Rectangle2D(
                place.getMinX() - AROUND,
                place.getMinY() - AROUND,
                place.getWidth() + 2 * AROUND,
                place.getHeight() + 2 * AROUND));
        return rig.window.scene().getRoot().snapshot(what, null);
    }

    private static long different(WritableImage one, WritableImage other) {
        var ones = one.getPixelReader();
        var others = other.getPixelReader();
        long count = 0;
        for (int y = 0; y < (int) one.getHeight(); y++) {
            for (int x = 0; x < (int) one.getWidth(); x++) {
                if (ones.getArgb(x, y) != others.getArgb(x, y)) {
                    count += Contrast.ratio(ones.getColor(x, y), others.getColor(x, y)) >= ENOUGH ? 1 : 0;
                }
            }
        }
        return count;
    }
}
