package fobsmith.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.registry.Reservation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list by keyboard alone; {@code -Dfobsmith.stock=100000} for the size it is made for, which prints how long things take. */
class StockListTest {
    private static final int STOCK = Integer.getInteger("fobsmith.stock", 5000);
    private static final long PULSE = 10_000_000;

    private DeskRig rig;

    @BeforeEach
    void fill(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(StockFlow.FLOW));
        Shelf.fill(rig.registry, STOCK);
        rig.registry
                .registry
                .shelf()
                .reserve(rig.registry.console, new Reservation(Shelf.serial(7), rig.registry.user("alice")));
        rig.signedIn().press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private TableView<?> table() {
        return (TableView<?>) rig.window.scene().getRoot().lookup("#stock");
    }

    private int rows() {
        return DeskRig.onScreen(() -> table().getItems().size());
    }

    /** Until the list has followed what was typed. */
    private void awaitRows(int expected) {
        for (int round = 0; round < 200 && rows() != expected; round++) {
            rig.settle();
            LockSupport.parkNanos(PULSE);
        }
        assertThat(rows()).isEqualTo(expected);
    }

    @Test
    void saysHowManyThereAreInEachState() {
        assertThat(rows()).isEqualTo(STOCK);
        assertThat(rig.texts())
                .contains(
                        "all · %,d".formatted(STOCK), "returned and not yet checked · %,d".formatted((STOCK - 1) / 10))
                .contains("reserved · 1", Shelf.FIRST, "imported and not yet proven");
        assertThat(rig.mute()).isEmpty();
    }

    @Test
    void showsTheLastRowAsWellAsTheFirst() {
        print("to the end", () -> rig.press(KeyCode.DOWN, KeyCode.END));
        assertThat(rig.texts()).contains(Shelf.serial(STOCK - 1).value()).doesNotContain("…");
        print("a page up, twenty times", () -> {
            for (int i = 0; i < 20; i++) {
                rig.press(KeyCode.PAGE_UP);
            }
        });
        rig.press(KeyCode.HOME);
        assertThat(rig.texts()).contains(Shelf.FIRST);
    }

    /** As WCAG 2.2 asks of what is pressed (2.5.8, AA). */
    @Test
    void theThumbOfALongListCanBeTakenHoldOf() {
        var thumb = DeskRig.onScreen(() -> ((Region) table().lookup(".scroll-bar:vertical > .thumb")).getHeight());
        assertThat(thumb).isGreaterThan(24);
    }

    @Test
    void followsWhatIsTyped() {
        print("typed", () -> {
            rig.write("fob-00000012");
            awaitRows(10);
        });
        assertThat(rig.texts()).contains("all · 10", "FOB-000000120").doesNotContain(Shelf.FIRST);
        rig.write("3");
        awaitRows(1);
        assertThat(rig.texts()).contains("FOB-000000123");
        rig.write("x");
        awaitRows(0);
        assertThat(rig.texts()).contains("Nothing fits.");
    }

    @Test
    void showsTheTokensOfOneModel() {
        rig.press(KeyCode.TAB, KeyCode.DOWN);
        awaitRows(STOCK - (STOCK - 1) / 3);
        rig.press(KeyCode.DOWN);
        awaitRows((STOCK - 1) / 3);
        assertThat(rig.texts()).contains("FOB-000000003").doesNotContain("FOB-000000004");
    }

    @Test
    void showsTheTokensOfTheStateThatAnArrowKeyWalksTo() {
        rig.press(KeyCode.TAB, KeyCode.TAB);
        assertThat(rig.focused().getId()).isEqualTo("state-all");
        for (var state : List.of("imported", "reserved", "returned")) {
            rig.press(KeyCode.RIGHT);
            assertThat(rig.focused().getId()).isEqualTo("state-" + state);
        }
        awaitRows((STOCK - 1) / 10);
        assertThat(rig.texts()).contains("returned and not yet checked").doesNotContain("reserved for");
        rig.press(KeyCode.SPACE);
        awaitRows((STOCK - 1) / 10);
        rig.press(KeyCode.LEFT);
        awaitRows(1);
        assertThat(rig.texts()).contains(Shelf.serial(7).value());
    }

    @Test
    void whatAScannerTypesOpensItWhateverTheFilter() {
        rig.write("FOB-000000042").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("FOB-000000042", "What happened to it");
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.ESCAPE);
        awaitRows(1);
        assertThat(rig.focused().getId()).isEqualTo("prefix");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void enterOpensTheRowThatIsSelected() {
        rig.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(rig.texts()).contains("FOB-000000002", "ACME F1", "6 digits every 30 s, SHA1");
    }

    private static void print(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%d tokens, %s: %d ms%n", STOCK, what, (System.nanoTime() - begin) / 1_000_000);
    }
}
