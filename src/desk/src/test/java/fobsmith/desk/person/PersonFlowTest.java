package fobsmith.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.OneFob;
import fobsmith.registry.Tag;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry. */
class PersonFlowTest {
    private OneFob desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, PersonFlow.FLOW).begun();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Tag> tags() {
        return desk.rig.registry.registry.tags().of(desk.token());
    }

    /** From the last button of the page, which the keyboard is on, to the field above. */
    private void toTheTags() {
        desk.rig.shiftTab().shiftTab().shiftTab();
        assertThat(desk.rig.focused().getId()).isEqualTo("new-tag");
    }

    private void resynchronise() {
        toTheTags();
        desk.rig.shiftTab().press(KeyCode.SPACE);
    }

    private void askToDeactivate() {
        desk.rig.shiftTab().press(KeyCode.SPACE);
    }

    @Test
    void showsWhatThePersonHas() {
        desk.choose("alice");
        assertThat(desk.rig.texts())
                .contains("alice has 1 device; 8 are allowed.", "GAHT12345678")
                .anyMatch(text -> text.startsWith("ACME F1 · since "));
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void saysWhichClockHasStrayed() {
        desk.rig
                .registry
                .registry
                .typedCodes()
                .resync(desk.rig.registry.console, desk.alice, desk.fob, desk.rig.registry.pair(desk.fob, 15));
        desk.choose("alice");
        assertThat(desk.rig.texts()).contains("its clock has strayed");
    }

    @Test
    void addsATagAndTakesItAway() {
        desk.choose("alice");
        toTheTags();
        desk.rig.write("department = sales").press(KeyCode.ENTER);
        assertThat(tags()).containsExactly(new Tag("department", "sales"));
        assertThat(desk.rig.texts()).contains("department = sales");
        desk.rig.shiftTab().press(KeyCode.SPACE);
        assertThat(tags()).isEmpty();
        assertThat(desk.rig.texts()).doesNotContain("department = sales");
    }

    @Test
    void leadsOnToAResynchronisationAndBack() {
        desk.choose("alice");
        resynchronise();
        assertThat(desk.rig.texts()).contains("Read them off alice’s token, the second as soon as it appears.");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("alice has 1 device; 8 are allowed.");
        resynchronise();
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("The device of alice is in step again.");
    }

    @Test
    void asksBeforeItDeactivates() {
        desk.choose("alice");
        askToDeactivate();
        assertThat(desk.rig.texts()).contains("Take GAHT12345678 from alice?");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
        desk.rig.press(KeyCode.SPACE);
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        assertThat(desk.rig.texts()).contains("GAHT12345678 is alice’s no more.", "alice has no device.");
    }

    @Test
    void deactivatesTheOneThatIsSelectedOfSeveral() {
        var phone = desk.phone();
        desk.choose("alice");
        assertThat(desk.rig.texts()).contains("alice has 2 devices; 8 are allowed.");
        toTheTags();
        desk.rig.shiftTab().shiftTab();
        assertThat(desk.rig.focused()).isInstanceOf(ListView.class);
        desk.rig
                .press(KeyCode.DOWN)
                .press(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE, KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("GAHT12345678 is alice’s no more.", "alice has 1 device; 8 are allowed.");
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        assertThat(desk.rig.registry.registry.tokens().get(phone).state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void doesNothingThatThePoliciesDeny() {
        desk.deny("iam:DeactivateMFADevice");
        desk.choose("alice");
        askToDeactivate();
        desk.rig.press(KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void tagsNothingThatThePoliciesDeny() {
        desk.deny("iam:TagMFADevice");
        desk.choose("alice");
        toTheTags();
        desk.rig.write("a=b").press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.");
        assertThat(tags()).isEmpty();
    }

    @Test
    void saysThatSomebodyElseWasQuicker() {
        desk.choose("alice");
        askToDeactivate();
        desk.rig.registry.registry.tokens().deactivate(desk.rig.registry.console, desk.alice, desk.fob);
        desk.rig.press(KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("This device has changed hands in the meantime; nothing was done.");
    }

    @Test
    void saysThatAPersonHasNothing() {
        desk.choose("bob");
        assertThat(desk.rig.texts()).contains("bob has no device.").doesNotContain("_Deactivate");
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig
                .registry
                .registry
                .tags()
                .put(desk.rig.registry.console, desk.fob, List.of(new Tag("department", "sales")));
        desk.choose("alice");
        assertThat(desk.rig.mute()).isEmpty();
        askToDeactivate();
        assertThat(desk.rig.mute()).isEmpty();
    }

    @Test
    void saysWhatATagIsWhereItIsNone() {
        desk.choose("alice");
        toTheTags();
        for (var wrong : List.of("=sales", "a".repeat(129), "colour=#ff0000", "a=" + "b".repeat(257))) {
            desk.rig.control(KeyCode.A).write(wrong).press(KeyCode.ENTER);
            assertThat(desk.rig.texts())
                    .contains("This cannot be a tag.")
                    .doesNotContain("Something went wrong that should not have.");
        }
        assertThat(tags()).isEmpty();
        desk.rig.control(KeyCode.A).write("colour=red").press(KeyCode.ENTER);
        assertThat(tags()).containsExactly(new Tag("colour", "red"));
        assertThat(desk.rig.texts()).doesNotContain("This cannot be a tag.");
    }

    @Test
    void saysThatATagIsNotAllowedWithTheDetailsToCopy() {
        desk.deny("iam:TagMFADevice");
        desk.choose("alice");
        toTheTags();
        desk.rig.write("colour=red").press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.", "Copy details");
    }
}
