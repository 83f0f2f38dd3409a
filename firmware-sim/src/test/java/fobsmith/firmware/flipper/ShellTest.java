package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the shell of flipperdevices/flipperzero-firmware does with keys. */
class ShellTest extends FlipperRig {
    @Test
    void greetsWhoeverOpensThePort() {
        flipper.connect(seen::writeBytes);
        assertThat(fetch())
                .startsWith("\\r\\n\\e[38;2;255;130;0m")
                .contains("Welcome to Flipper Zero Command Line Interface!")
                .endsWith(PROMPT);
    }

    @Test
    void echoesEveryKeyAtOnce() {
        assertThat(type("d")).isEqualTo("d");
        assertThat(type("ate")).isEqualTo("ate");
        assertThat(type("\\r")).isEqualTo("\\r\\n2026-11-23 12:00:00 1" + PROMPT);
    }

    @Test
    void answersEnterAloneByThePrompt() {
        assertThat(type("\\r")).isEqualTo(PROMPT);
        assertThat(type("   \\r")).isEqualTo("   " + PROMPT);
    }

    @Test
    void takesTheLastKeyBack() {
        assertThat(type("datx\\x7f")).isEqualTo("datx\\e[1D\\e[0K");
        assertThat(type("\\b")).isEqualTo("\\e[1D\\e[0K");
        assertThat(type("te\\r")).isEqualTo("te\\r\\n2026-11-23 12:00:00 1" + PROMPT);
    }

    @Test
    void ringsWhereThereIsNothingToTakeBack() {
        assertThat(type("\\x7f")).isEqualTo("\\x07");
    }

    @Test
    void forgetsTheLineOnControlC() {
        assertThat(type("loader\\x03")).isEqualTo("loader^C" + PROMPT);
        assertThat(answer("date")).isEqualTo("2026-11-23 12:00:00 1");
    }

    @Test
    void swallowsArrowKeysAndWhatIsNotAscii() {
        assertThat(type("da\\e[D\\xe4\\x00te\\r")).isEqualTo("date\\r\\n2026-11-23 12:00:00 1" + PROMPT);
    }

    @Test
    void knowsNoOtherCommands() {
        assertThat(answer("reboot now")).isEqualTo("\\e[31mcould not find command `reboot`, try `help`\\e[0m");
    }

    @Test
    void knowsTheApplicationOnlyWhileItIsOpen() {
        flipper.closeApplication();
        assertThat(answer("totp ls")).isEqualTo("\\e[31mcould not find command `totp`, try `help`\\e[0m");
        assertThat(answer("loader open Authenticator")).isEmpty();
        assertThat(answer("totp ls")).isEqualTo("There are no tokens");
    }

    @Test
    void opensTheApplicationByItsPathToo() {
        flipper.closeApplication();
        assertThat(answer("loader open /ext/apps/Tools/totp.fap")).isEmpty();
        assertThat(answer("loader info")).isEqualTo("Application \"Authenticator\" is running\\r\\n");
        assertThat(answer("loader open Authenticator"))
                .isEqualTo("Loader is locked, please close the \"Authenticator\" first\\r\\n");
    }

    @Test
    void opensNothingElse() {
        flipper.closeApplication();
        assertThat(answer("loader open \"Snake Game\"")).isEqualTo("Application \"Snake Game\" not found\\r\\n");
        assertThat(answer("loader open")).isEqualTo("No application provided\\r\\n");
        assertThat(answer("loader close")).isEqualTo("No application is running\\r\\n");
        assertThat(flipper.state().open()).isFalse();
    }

    @Test
    void forgetsAHalfTypedLineWhenTheHostGoes() {
        type("loa");
        flipper.disconnect();
        flipper.receive(ascii("x"));
        assertThat(fetch()).isEmpty();
        flipper.connect(seen::writeBytes);
        fetch();
        assertThat(answer("date")).isEqualTo("2026-11-23 12:00:00 1");
    }

    @Test
    void breaksADialogueOffWhenTheHostGoes() {
        type("totp add one\\rGEZD");
        flipper.connect(seen::writeBytes);
        fetch();
        assertThat(answer("totp ls")).isEqualTo("There are no tokens");
    }

    @Test
    void tellsWhoItIs() {
        assertThat(answer("device_info"))
                .contains("\\r\\nhardware_uid                  : 5A11CE0027E18000\\r\\n")
                .contains("\\r\\nhardware_name                 : Ferris\\r\\n")
                .contains("\\r\\nfirmware_version              : ");
        assertThat(answer("info device")).contains("\\r\\nhardware.uid                  : 5A11CE0027E18000\\r\\n");
        assertThat(answer("info all")).startsWith("info: illegal option -- all");
        assertThat(answer("help")).contains("device_info");
    }
}
