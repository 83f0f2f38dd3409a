package fobsmith.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.desk.OneFob;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.Quota;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry; the fob's codes come of its seed. */
class RootFlowTest {
    private OneFob desk;
    private SerialNumber fob;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, RootFlow.FLOW);
        fob = desk.rig.registry.fob("GAHT87654321");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void toTheCodes() {
        desk.begun().rig.shiftTab().press(KeyCode.SPACE);
        desk.choose("GAHT87654321");
    }

    private void type(int stepsAhead) {
        desk.rig
                .write(desk.rig.registry.display(fob, stepsAhead).reveal())
                .write(desk.rig.registry.display(fob, stepsAhead + 1).reveal());
    }

    private TokenState state() {
        return desk.rig.registry.registry.tokens().get(fob).state();
    }

    @Test
    void givesRootAFobAndTakesItAway() {
        toTheCodes();
        type(0);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("GAHT87654321 is root’s device now.", "root has 1 device; 8 are allowed.");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
        desk.rig.shiftTab().shiftTab().press(KeyCode.SPACE, KeyCode.SPACE);
        assertThat(state()).isEqualTo(TokenState.RETURNED);
        assertThat(desk.rig.texts()).contains("root has no device.");
    }

    @Test
    void offersFreshCodesWhereTheyLayTooLong() {
        toTheCodes();
        type(0);
        desk.rig.turn(Duration.ofSeconds(90)).press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("The codes were typed too long ago: the device is associated, but out of step.");
        assertThat(desk.rig.mute()).isEmpty();
        type(2);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("GAHT87654321 is root’s device now.")
                .doesNotContain("Its clock has strayed further than its age explains; take another one soon.");
    }

    @Test
    void saysWhatIsLeftOutOfStepAndResynchronisesItFromTheList() {
        toTheCodes();
        type(0);
        desk.rig.turn(Duration.ofSeconds(90)).press(KeyCode.ENTER).press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(desk.rig.texts())
                .contains(
                        "GAHT87654321 is root’s device now, but out of step: no code of it is taken yet.",
                        "root has 1 device; 8 are allowed.");
        desk.rig.shiftTab().shiftTab().shiftTab().shiftTab().shiftTab().press(KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("Read them off root’s token, the second as soon as it appears.");
        type(2);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("The device of root is in step again.");
    }

    @Test
    void nothingLeadsBackFromAFobThatIsRootsAndOutOfStep() {
        toTheCodes();
        type(0);
        desk.rig.turn(Duration.ofSeconds(90)).press(KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void refusesWhatIamDoesNotTakeBeforeACodeIsTyped() {
        desk.rig.registry.fob("SLOW00000001", new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(60)));
        desk.begun().rig.shiftTab().press(KeyCode.SPACE);
        desk.choose("SLOW00000001");
        assertThat(desk.rig.texts())
                .contains("Which fob?", "Token SLOW00000001 changes its code every 60 seconds, and IAM takes thirty.");
    }

    @Test
    void offersNoNinthDevice() {
        var registry = desk.rig.registry;
        for (int one = 1; one <= Quota.DEVICES_OF_USER.limit(); one++) {
            var device = registry.fob("FULL0000000" + one);
            registry.registry
                    .typedCodes()
                    .enable(registry.console, registry.registry.users().root(), device, registry.pair(device, 0));
        }
        desk.begun();
        assertThat(desk.rig.texts())
                .contains("root has 8 devices; 8 are allowed.")
                .doesNotContain("_Give root a fob");
    }

    @Test
    void whoMayManageRootAndNothingElseGivesItWhatHeHasTheNumberOf() {
        signInWith("fobsmith:ManageRoot");
        desk.rig.press(KeyCode.ENTER).shiftTab().press(KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("Which fob?").doesNotContain("Your policies do not allow that.");
        desk.choose("NEVER0000001");
        desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("Token NEVER0000001 cannot be had: it is not in the registry, or not free.");
        desk.rig.press(KeyCode.ESCAPE);
        desk.choose("gaht87654321");
        type(0);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("GAHT87654321 is root’s device now.");
    }

    private void signInWith(String action) {
        var registry = desk.rig.registry;
        var rita = registry.user("rita");
        var document = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*", "Action": "%s"}}""".formatted(action);
        registry.registry.inlinePolicies().put(registry.console, rita, new InlinePolicy("root", document));
        registry.registry.deskPassphrases(TestRegistry.CHEAP).set(registry.console, rita, DeskRig.WORDS.toCharArray());
        desk.rig.write("rita").press(KeyCode.TAB).write(DeskRig.WORDS).press(KeyCode.ENTER);
    }

    @Test
    void saysThatTheCodesAreWrong() {
        toTheCodes();
        desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("These two codes do not belong to this token, or not in this order.");
        assertThat(state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void isForThoseWhoMayManageRoot() {
        desk.deny("fobsmith:ManageRoot");
        desk.begun();
        assertThat(desk.rig.texts())
                .contains("Your policies do not allow that.")
                .doesNotContain("_Give root a fob");
    }

    @Test
    void escapeLeadsBackScreenByScreen() {
        toTheCodes();
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Which fob?");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("root has no device.");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        desk.begun();
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig.shiftTab().press(KeyCode.SPACE);
        assertThat(desk.rig.mute()).isEmpty();
        desk.choose("GAHT87654321");
        assertThat(desk.rig.mute()).isEmpty();
    }
}
