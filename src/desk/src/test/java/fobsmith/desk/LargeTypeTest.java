package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that the walks through the flows come past is cut off in type twice as large: names, outcomes, tables, lists. */
class LargeTypeTest {
    private static final int TWICE = 10;

    /** The demo's panel takes half of the window then, and a screen has no room beside it. */
    private static final String WITH_A_PANEL = "demo";

    /** Sizes that follow from others come right with the next pulse. */
    private static final int PULSES = 3;

    private final List<String> cutOff = new ArrayList<>();
    private int looks;

    @ParameterizedTest
    @EnumSource
    void showsAllTexts(Language language, @TempDir Path scratch) {
        DeskRig.startJavaFx();
        var album = new Album(this::look, scratch, language, Theme.LIGHT);
        Walks.ALL.forEach((name, walk) -> {
            if (!name.equals(WITH_A_PANEL)) {
                walk.accept(album);
            }
        });
        assertThat(cutOff).isEmpty();
        assertThat(looks).isGreaterThan(50);
    }

    private void look(DeskWindow window, String name) {
        looks++;
        DeskRig.onScreen(() -> {
            window.zoom(TWICE);
            layOut(window);
            Sight.cutOff(window.scene()).forEach(text -> cutOff.add(name + ": " + text));
            window.zoomBack();
            layOut(window);
            return true;
        });
    }

    private static void layOut(DeskWindow window) {
        var root = window.scene().getRoot();
        for (int pulse = 0; pulse < PULSES; pulse++) {
            root.applyCss();
            root.layout();
        }
    }
}
