package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a flow costs, counted once by keys and once by mouse, beside what docs/desk.md says of it. */
final class Effort {
    private static final Path TABLES = Path.of("../../docs/desk.md");
    private static final Duration MEANWHILE = Duration.ofMinutes(2);

    private final DeskRig rig;
    private final Mouse mouse;

    Effort(DeskRig rig) {
        this.rig = rig;
        mouse = new Mouse(rig);
    }

    Mouse mouse() {
        return mouse;
    }

    /** From home to the end of the flow; how that is left does not count. */
    void costs(String flow, Runnable byKeys, Runnable byMouse) throws IOException {
        rig.typist.takeKeys();
        byKeys.run();
        int keys = rig.typist.takeKeys();
        goHome();
        byMouse.run();
        int clicks = mouse.takeClicks();
        assertThat(rig.typist.takeKeys()).as("keys beside the mouse").isZero();
        goHome();
        assertThat(List.of(String.valueOf(keys), String.valueOf(clicks)))
                .as("%s: keys, clicks", flow)
                .isEqualTo(row(flow));
    }

    private void goHome() {
        DeskRig.onScreen(() -> {
            rig.front.home();
            return true;
        });
        rig.turn(MEANWHILE);
    }

    /** As a table has it: the two figures of a row. Other tables tell other things of a flow. */
    private static List<String> row(String flow) throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.startsWith("| " + flow + " |"))
                .map(line -> List.of(line.split(" *\\| *")).subList(2, 4))
                .filter(figures -> figures.stream().allMatch(one -> one.matches("\\d+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/desk.md has no row \"%s\"".formatted(flow)));
    }
}
