package fobsmith.desk.stock;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One token, and what is done to it, by keyboard alone over a real registry. */
class StockTokenTest {
    private DeskRig rig;
    private SerialNumber fob;
    private User alice;

    @BeforeEach
    void shelve(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(StockFlow.FLOW));
        alice = rig.registry.user("alice");
        fob = rig.registry.fob("GAHT12345678");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void open() {
        rig.signedIn().press(KeyCode.ENTER);
        rig.write(fob.value()).press(KeyCode.ENTER);
        assertThat(rig.mute()).isEmpty();
    }

    private Token token() {
        return rig.registry.registry.tokens().get(fob);
    }

    private void enable() {
        rig.registry.registry.typedCodes().enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
    }

    private void giveBack() {
        enable();
        rig.registry.registry.tokens().deactivate(rig.registry.console, alice, fob);
        rig.turn(Duration.ofMinutes(2));
    }

    /** Goes to the button by Tab and presses it. */
    private void deed(String id) {
        for (int tab = 0; tab < 30 && !id.equals(rig.focused().getId()); tab++) {
            rig.press(KeyCode.TAB);
        }
        assertThat(rig.focused().getId()).isEqualTo(id);
        rig.press(KeyCode.ENTER);
    }

    private List<String> buttons() {
        return DeskRig.onScreen(() -> rig.window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("deed-"))
                .map(node -> ((Button) node).getId().substring("deed-".length()))
                .toList());
    }

    @Test
    void tellsEverythingAboutADevice() {
        enable();
        rig.registry.registry.tags().put(rig.registry.console, fob, List.of(new Tag("Batch", "7")));
        open();
        assertThat(rig.texts())
                .contains("GAHT12345678", "enabled for somebody", "Device of", "alice", "Batch = 7", "ACME F1")
                .contains("Enabled", "Tagged", "tester", "testhost")
                .contains("Each point is what a code taught. Within the band, codes are taken at a sign-in just now.");
        assertThat(buttons()).containsExactly("report_lost");
    }

    @Test
    void drawsEachLessonAndTheWindowOfASignIn() {
        enable();
        rig.turn(Duration.ofMinutes(10));
        rig.registry.registry.typedCodes().resync(rig.registry.console, alice, fob, rig.registry.pair(fob, 9));
        open();
        var chart =
                DeskRig.onScreen(() -> (DriftChart) rig.window.scene().getRoot().lookup(".drift-chart"));
        assertThat(DeskRig.onScreen(chart::line))
                .hasSize(2)
                .last()
                .satisfies(off -> assertThat(off).isEqualTo(330));
        var band = DeskRig.onScreen(chart::window);
        assertThat(band).isEqualTo(new DriftBand(330 - 60, 330 + 30));
        assertThat(chart.getAccessibleText()).contains("2 lessons", "5 min 30 s fast");
    }

    @Test
    void saysThatNothingIsKnownOfTheClockOfNewStock() {
        open();
        assertThat(rig.texts()).contains("No code has taught anything about its clock yet.");
        assertThat(buttons()).containsExactly("retire", "report_lost", "check", "reserve");
    }

    @Test
    void reservesAndReleases() {
        open();
        deed("deed-reserve");
        assertThat(rig.mute()).isEmpty();
        rig.write("alice").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Set aside for alice.", "Reserved for", "alice");
        assertThat(token().state()).isEqualTo(TokenState.RESERVED);
        deed("deed-release");
        assertThat(rig.texts()).contains("No longer set aside for alice; it is free stock again.");
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void retiresOnlyWhenAskedTwice() {
        open();
        deed("deed-retire");
        rig.write("5679").press(KeyCode.ENTER);
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.BACK_SPACE);
        rig.write("8").press(KeyCode.ENTER);
        assertThat(token().state()).isEqualTo(TokenState.RETIRED);
        assertThat(rig.texts()).contains("Retired. Its seed is destroyed.", "retired");
        assertThat(buttons()).isEmpty();
    }

    @Test
    void givingUpAnywhereChangesNothing() {
        open();
        for (var id : List.of("deed-retire", "deed-reserve", "deed-check")) {
            deed(id);
            rig.press(KeyCode.ESCAPE);
            assertThat(rig.texts()).contains("What happened to it");
        }
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void asksBeforeSomebodysDeviceIsLost() {
        enable();
        open();
        deed("deed-report_lost");
        assertThat(rig.texts())
                .contains("It is a device of alice, who cannot sign in with it any more once it is lost.");
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.ENTER);
        assertThat(token().state()).isEqualTo(TokenState.ENABLED);
        deed("deed-report_lost");
        deed("lost-indeed");
        assertThat(token().state()).isEqualTo(TokenState.LOST);
        assertThat(rig.texts()).contains("Reported lost. Its codes are worth nothing now.");
        deed("deed-report_found");
        assertThat(token().state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void checksWhatCameBack() {
        giveBack();
        open();
        deed("deed-check");
        assertThat(rig.mute()).isEmpty();
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("These two codes do not belong to this token, or not in this order.");
        assertThat(token().state()).isEqualTo(TokenState.RETURNED);
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("It is the token it says it is.", "in stock", "Codes refused");
        assertThat(token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void saysWhatPoliciesForbidAndWhatChangedMeanwhile() {
        open();
        rig.registry.registry.shelf().lose(rig.registry.console, fob, "a test");
        deed("deed-report_lost");
        assertThat(rig.texts()).contains("Token GAHT12345678 is lost.", "lost");
        assertThat(buttons()).containsExactly("retire", "report_found");
        forbid();
        deed("deed-report_found");
        assertThat(rig.texts()).contains("Your policies do not allow that.");
        deed("deed-retire");
        rig.write("5678").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Your policies do not allow that.");
        assertThat(token().state()).isEqualTo(TokenState.LOST);
    }

    private void forbid() {
        put("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":["fobsmith:ListTokens"],"Resource":"*"}]}""");
    }

    private void put(String document) {
        rig.registry
                .registry
                .inlinePolicies()
                .put(rig.registry.console, rig.registry.administrator, new InlinePolicy("look-only", document));
    }

    @Test
    void reservesReleasesAndChecksNothingThatPoliciesForbid() {
        open();
        deed("deed-reserve");
        forbid("fobsmith:ReserveToken");
        rig.write("alice").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Your policies do not allow that.", "Copy details");
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
        rig.press(KeyCode.ESCAPE);
        deed("deed-check");
        forbid("fobsmith:CheckToken");
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Your policies do not allow that.");
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
        rig.registry.registry.shelf().reserve(rig.registry.console, new Reservation(fob, alice));
        rig.press(KeyCode.ESCAPE);
        forbid("fobsmith:ReserveToken");
        deed("deed-release");
        assertThat(rig.texts()).contains("Your policies do not allow that.");
        assertThat(token().state()).isEqualTo(TokenState.RESERVED);
    }

    private void forbid(String action) {
        put("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"%s","Resource":"*"}]}""".formatted(action));
    }
}
