package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** help, version, notify, timezone, automation, pin, reset, export. */
class SettingsCommandsTest extends FlipperRig {
    private static final String ASK_PIN = "Pleases enter PIN on your flipper device\\r\\n";
    private static final String ERASE = "\\e[A\\e[2K\\r";

    @Test
    void tellsItsVersion() {
        assertThat(answer("totp version")).isEqualTo("5.19.0\\r\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "totp help", "totp h", "totp ?"})
    void helps(String command) {
        assertThat(answer(command)).startsWith("Usage:\\r\\n  totp (help | h | ?)\\r\\n");
    }

    @Test
    void knowsNoOtherCommands() {
        assertThat(answer("totp dance"))
                .isEqualTo("\\e[91mCommand \"dance\" is unknown. Use \"help\" command to get list of available"
                        + " commands.\\e[0m");
    }

    @Test
    void takesTheTimezoneFromTheClock() {
        assertThat(answer("totp tz")).isEqualTo(cyan("Current timezone offset is 0.000000"));
        assertThat(answer("totp timezone 2")).isEqualTo(green("Timezone is set to 2.000000"));
        assertThat(answer("totp tz")).isEqualTo(cyan("Current timezone offset is 2.000000"));
        assertThat(answer("date")).isEqualTo("2026-11-23 12:00:00 1");
        assertThat(flipper.state().time()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        answer("date 2026-11-23 14:00:00 1");
        assertThat(flipper.state().errorMillis()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-12.75, -12.750000", "14.75, 14.750000", "5.5, 5.500000", ".25, 0.250000"})
    void knowsTimezonesOfTheWholeWorld(String typed, String told) {
        assertThat(answer("totp tz " + typed)).isEqualTo(green("Timezone is set to " + told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-13", "15", "utc", "2h", "NaN"})
    void knowsNoTimezonesBeyond(String typed) {
        assertThat(answer("totp tz " + typed)).isEqualTo(red("Invalid timezone offset"));
        assertThat(flipper.state().errorMillis()).isZero();
    }

    @Test
    void notifies() {
        assertThat(answer("totp notify"))
                .isEqualTo("\\e[96mCurrent notification method is \\e[0m\\e[96m\"sound\"\\e[0m\\e[96m and \\e[0m"
                        + "\\e[96m\"vibro\"\\e[0m\\r\\n");
        assertThat(answer("totp notify Vibro"))
                .isEqualTo("\\e[92mNotification method is set to \\e[0m\\e[92m\"vibro\"\\e[0m\\r\\n");
        assertThat(answer("totp notify none")).contains("\"none\"");
        assertThat(answer("totp notify")).contains("\"none\"");
        assertThat(answer("totp notify drums")).isEqualTo(INVALID);
    }

    @Test
    void types() {
        assertThat(answer("totp automation"))
                .isEqualTo(
                        "\\e[96mCurrent automation method is \\e[0m\\e[96m\"none\"\\e[0m\\e[96m (\\e[0m\\e[96men-US\\e[0m"
                                + "\\e[96m)\\e[0m\\e[96m [\\e[0m\\e[96m0.5\\e[0m\\e[96m sec.]\\e[0m\\r\\n");
        assertThat(answer("totp automation -k dvorak -w 1.5 usb bt"))
                .startsWith("\\e[92mAutomation method is set to \\e[0m\\e[92m\"usb\"\\e[0m\\e[92m and ")
                .contains("\"bt\"", "dvorak", "1.5");
        assertThat(answer("totp automation"))
                .contains("\"usb\"", "\"bt\"", "dvorak", "1.5")
                .startsWith("\\e[96m");
        assertThat(answer("totp automation -k klingon")).isEqualTo(INVALID);
        assertThat(answer("totp automation -w -1")).isEqualTo(INVALID);
        assertThat(answer("totp automation pigeon")).isEqualTo(INVALID);
    }

    @Test
    void waitsForThePinThatWasSetOnceTheApplicationIsOpenedAgain() {
        add("one");
        type("totp pin set -c 12\\r");
        assertThat(type("\\e[A\\e[B\\e[C\\x7f\\e[D")).isEqualTo("***\\b \\b*");
        assertThat(type("\\r"))
                .startsWith("\\r\\n" + ERASE + "\\e[93mBackup conf file ")
                .endsWith("Encrypting...\\r\\n" + ERASE + green("PIN has been successfully changed") + PROMPT);
        assertThat(answer("totp version")).isNotEmpty();
        assertThat(flipper.display().blank()).isFalse();
        flipper.openApplication();
        assertThat(flipper.display().blank()).isTrue();
        assertThat(type("totp ls --tsv\\r")).isEqualTo("totp ls --tsv\\r\\n" + ASK_PIN);
        assertThat(flipper.state().waitingFor()).isEqualTo(WaitingFor.PIN);
        assertThat(flipper.enterPin(ascii("ABC"))).isFalse();
        assertThat(type("xyz\\r")).isEmpty();
        assertThat(flipper.enterPin(ascii("ABD"))).isTrue();
        assertThat(fetch()).startsWith(ERASE + "#\\tName").endsWith(PROMPT);
        assertThat(flipper.display().blank()).isFalse();
        assertThat(answer("totp pin remove")).contains("PIN has been successfully removed");
        flipper.openApplication();
        assertThat(answer("totp ls --tsv")).startsWith("#\\tName");
    }

    @Test
    void needNotWaitForThePin() {
        type("totp pin set\\r\\e[A\\r");
        flipper.openApplication();
        assertThat(answer("totp version")).isEqualTo("5.19.0\\r\\n");
        type("totp add one\\r");
        assertThat(type("\\x03")).isEqualTo(ERASE + cyan("Cancelled by user") + PROMPT);
    }

    @Test
    void keepsThePinWhereANewOneIsCancelled() {
        type("totp pin set\\r\\e[A\\r");
        type("totp pin set\\r\\e[B");
        assertThat(type("\\x03")).isEqualTo("\\e[2K\\r" + cyan("Cancelled by user") + PROMPT);
        flipper.openApplication();
        assertThat(flipper.enterPin(ascii("A"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "totp pin            | ",
                "totp pin set remove | ",
                "totp pin set -c 11  | \\e[91mSlot \"11\" can not be used\\r\\n\\e[0m",
            })
    void refusesOtherOrdersForThePin(String command, String complaint) {
        assertThat(answer(command)).isEqualTo(complaint == null ? INVALID : complaint);
    }

    @Test
    void forgetsEverythingOnReset() {
        add("one");
        answer("totp tz 2");
        assertThat(type("totp reset\\r"))
                .isEqualTo("totp reset\\r\\n"
                        + yellow("As a result of reset all the settings and tokens will be permanently lost.")
                        + yellow("Do you really want to reset application?")
                        + yellow("Type \"YES\" and hit <ENTER> to confirm:"));
        assertThat(type("YES\\r"))
                .isEqualTo("YES\\r\\n" + green("Application has been successfully reset to default.")
                        + green("Now application will be closed to apply all the changes.") + PROMPT);
        assertThat(answer("totp ls")).contains("could not find command");
        assertThat(flipper.state().entries()).isEmpty();
        assertThat(flipper.state().errorMillis()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\\r", "\\r", "YES\\x03"})
    void resetsOnlyAtItsWord(String typed) {
        add("one");
        type("totp reset\\r");
        assertThat(type(typed)).endsWith(cyan("Action was not confirmed by user") + PROMPT);
        assertThat(flipper.state().entries()).hasSize(1);
    }

    @Test
    void exportsOnceAButtonAllowsIt() {
        add("\"ACME:alice\"");
        add("b -t hotp -i 5 -a sha256 -d 8");
        assertThat(type("totp export\\r"))
                .isEqualTo("totp export\\r\\n" + yellow("WARNING!")
                        + yellow(
                                "ALL THE INFORMATION (INCL. UNENCRYPTED SECRET) ABOUT ALL THE TOKENS WILL BE EXPORTED AND"
                                        + " PRINTED TO THE CONSOLE.")
                        + yellow("Confirm this action on your Flipper"));
        assertThat(flipper.state().waitingFor()).isEqualTo(WaitingFor.EXPORT);
        flipper.press();
        assertThat(fetch())
                .isEqualTo("\\r\\n# --- EXPORT LIST BEGIN ---\\r\\n"
                        + "otpauth://totp/ACME%3aalice?secret=" + SEED + "&algorithm=sha1&digits=6&period=30\\r\\n"
                        + "otpauth://hotp/b?secret=" + SEED + "&algorithm=sha256&digits=8&counter=5\\r\\n"
                        + "# --- EXPORT LIST END ---\\r\\n\\r\\n" + PROMPT);
    }

    @Test
    void exportsNothingWhereAButtonForbidsIt() {
        add("one");
        type("totp export\\r");
        flipper.refuse();
        assertThat(fetch()).isEqualTo(cyan("User has not confirmed") + PROMPT);
        assertThatThrownBy(flipper::press)
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 5A11CE0027E18000 does not wait for a button");
    }
}
