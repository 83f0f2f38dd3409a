package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when it is the wrong person, the wrong token or the wrong codes, and what one can do about it then. */
class HardwareRefusalsTest {
    private static final String WRONG = "These two codes do not belong to this token, or not in this order.";

    private DeskRig rig;
    private User alice;
    private User bob;
    private SerialNumber fob;

    @BeforeEach
    void layFobsInTheDrawer(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(HardwareFlow.with(new PaperInAFolder(folder), ZoneOffset.UTC)));
        alice = rig.registry.user("alice");
        bob = rig.registry.user("bob");
        fob = rig.registry.fob("GAHT00000001");
        rig.signedIn().press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void choose(String name) {
        rig.write(name).press(KeyCode.ENTER);
    }

    private void enable(SerialNumber serial, User user) {
        var registry = rig.registry.registry;
        registry.typedCodes().enable(rig.registry.console, user, serial, rig.registry.pair(serial, 0));
    }

    private void type(SerialNumber of, int first, int second) {
        rig.write(rig.registry.display(of, first).reveal())
                .write(rig.registry.display(of, second).reveal())
                .press(KeyCode.ENTER);
    }

    /** As a scanner does, which does not know whether one was scanned before. */
    private List<String> scan(SerialNumber serial) {
        choose(serial.value());
        return rig.texts();
    }

    private TokenState state(SerialNumber serial) {
        return rig.registry.registry.tokens().get(serial).state();
    }

    @Test
    void aPersonWithEightDevicesIsToldAtOnce() {
        for (int one = 1; one <= HardwareModel.MOST_DEVICES; one++) {
            enable(rig.registry.fob("FULL0000000" + one), alice);
        }
        choose("alice");
        assertThat(rig.texts()).contains("alice has 8 devices already, and nobody may have more.");
        choose("bob");
        assertThat(rig.texts()).contains("Which token?");
    }

    @Test
    void eachStateThatDoesNotFitHasItsSentence() {
        var shelf = rig.registry.registry.shelf();
        var console = rig.registry.console;
        var lost = rig.registry.fob("LOST00000001");
        shelf.lose(console, lost, "a test");
        var returned = rig.registry.fob("BACK00000001");
        shelf.lose(console, returned, "a test");
        shelf.recover(console, returned);
        var retired = rig.registry.fob("GONE00000001");
        shelf.retire(console, retired, "a test");
        var reserved = rig.registry.fob("KEPT00000001");
        shelf.reserve(console, new Reservation(reserved, bob));
        var his = rig.registry.fob("USED00000001");
        enable(his, bob);
        var hers = rig.registry.fob("HERS00000001");
        enable(hers, alice);
        choose("alice");
        assertThat(rig.texts())
                .contains(
                        "Plug it in, scan its serial number, or pick one. Devices that alice has already, and keeps: 1.");
        assertThat(scan(lost)).contains("Token LOST00000001 was reported lost.");
        assertThat(scan(returned)).contains("Token BACK00000001 came back and has not been checked since.");
        assertThat(scan(retired)).contains("Token GONE00000001 is retired: its seed is destroyed for good.");
        assertThat(scan(reserved)).contains("Token KEPT00000001 is reserved for bob.");
        assertThat(scan(his)).contains("Token USED00000001 is bob’s device.");
        assertThat(scan(hers)).contains("Token HERS00000001 is alice’s already.");
        assertThat(scan(SerialNumber.parse("NEVER0000001")))
                .contains("No token with serial number NEVER0000001 is in the registry.");
        assertThat(rig.mute()).isEmpty();
    }

    @Test
    void whatIamDoesNotTakeIsRefusedBeforeACodeIsTyped() {
        var standard = OtpProfile.Totp.STANDARD;
        var slow = rig.registry.fob("SLOW00000001", new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(60)));
        var eight = rig.registry.fob("LONG00000001", new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, standard.timeStep()));
        var other = rig.registry.fob("SHA200000001", new OtpProfile.Totp(HmacAlgorithm.SHA256, 6, standard.timeStep()));
        var events = rig.registry.fob("HOTP00000001", new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6));
        choose("alice");
        assertThat(scan(slow)).contains("Token SLOW00000001 changes its code every 60 seconds, and IAM takes thirty.");
        assertThat(scan(eight)).contains("Token LONG00000001 shows 8 digits, and IAM takes six.");
        assertThat(scan(other)).contains("Token SHA200000001 makes its codes with SHA256, and IAM takes SHA1.");
        assertThat(scan(events))
                .contains(
                        "Token HOTP00000001 counts presses of its button instead of time, and IAM does not take that.");
    }

    @Test
    void whyCodesWereWrongIsSaidAsFarAsItShows() {
        choose("alice");
        scan(fob);
        type(fob, 0, 0);
        assertThat(rig.texts()).contains("That is the same code twice.");
        type(fob, 1, 0);
        assertThat(rig.texts()).contains("Both codes are right, but the newer one came first.");
        type(fob, 0, 2);
        assertThat(rig.texts()).contains("Both codes are right, but others came between them: 1.");
        assertThat(rig.focused().getId()).isEqualTo("first-code");
        assertThat(state(fob)).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void usedCodesAreOld() {
        rig.registry.registry.typedCodes().check(rig.registry.console, fob, rig.registry.pair(fob, 0));
        choose("alice");
        scan(fob);
        type(fob, 0, 1);
        assertThat(rig.texts()).contains("One of these codes was used already.");
    }

    @Test
    void theWrongTokenInHandIsFoundAndTakenInstead() {
        var other = rig.registry.fob("GAHT00000002");
        choose("alice");
        scan(fob);
        type(other, 0, 1);
        assertThat(rig.texts()).contains(WRONG, "Whose codes are _these?");
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(rig.texts()).contains("These are codes of token GAHT00000002.", "_Take GAHT00000002");
        rig.turn(Duration.ofMinutes(1)).press(KeyCode.SPACE);
        assertThat(rig.texts()).contains("Off the display of token GAHT00000002; with them it becomes alice’s.");
        type(other, 0, 1);
        assertThat(rig.texts()).contains("alice has token GAHT00000002.");
        assertThat(state(fob)).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void codesThatLayTooLongAreMendedAtOnce() {
        choose("alice");
        scan(fob);
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .turn(Duration.ofSeconds(90))
                .press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains("The codes were typed too long ago: the device is associated, but out of step.");
        assertThat(rig.mute()).isEmpty();
        type(fob, 0, 1);
        assertThat(rig.texts()).contains("alice has token GAHT00000001.");
    }

    @Test
    void aClockFurtherOffThanItsAgeExplainsIsSuspect() {
        rig.registry.registry.typedCodes().check(rig.registry.console, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(5));
        choose("alice");
        scan(fob);
        type(fob, 8, 9);
        assertThat(rig.texts())
                .anyMatch(text ->
                        text.matches("alice has token GAHT00000001, but its clock is \\d+ s off, more than it .*"));
    }

    @Test
    void aTokenThatSomebodyElseTookMeanwhileStaysHis() {
        choose("alice");
        scan(fob);
        enable(fob, bob);
        type(fob, 2, 3);
        assertThat(rig.texts()).contains("Token GAHT00000001 is bob’s device.");
        rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aTokenThatIsLeftOutOfStepIsSignedForAndSaidToBeSo() {
        choose("alice");
        scan(fob);
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .turn(Duration.ofSeconds(90))
                .press(KeyCode.ENTER, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(rig.texts())
                .contains("alice has token GAHT00000001, but it is out of step: no code of it is taken yet.")
                .contains("_Save receipt…");
    }

    @Test
    void whoHasADeviceAndShowedNoCodeIsToldToSignInWithOne() {
        enable(rig.registry.fob("MINE00000001"), rig.registry.administrator);
        choose("administrator");
        scan(fob);
        type(fob, 0, 1);
        assertThat(rig.texts())
                .contains("Sign out, and sign in again with a code of your device; or have somebody else do it.")
                .doesNotContain("Your policies do not allow that.");
        assertThat(state(fob)).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void aRegistryThatIsGoneIsSaidInASentenceWithDetailsToCopy() throws IOException {
        choose("alice");
        scan(fob);
        Files.delete(rig.registry.file());
        type(fob, 0, 1);
        assertThat(rig.texts())
                .contains("The registry cannot be reached.", "Copy details", "Type two codes in a row")
                .doesNotContain("Something went wrong that should not have.");
    }
}
