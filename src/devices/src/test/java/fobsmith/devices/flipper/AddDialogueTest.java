package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How adding a token may end. */
class AddDialogueTest {
    private static final String RED = "\u001b[91m%s\u001b[0m";

    private final ScriptedFlipper flipper = new ScriptedFlipper();
    private final FlipperSession session = Scripts.open(flipper);

    @ParameterizedTest
    @CsvSource({
        "Token secret seems to be invalid and can not be parsed, cannot read the seed as base32",
        "An error has occurred during updating config file, cannot write its file"
    })
    void saysWhyTheAuthenticatorDoesNotTakeTheSeed(String said, String meaning) {
        flipper.to("totp add ").say(ScriptedFlipper.ASKS + RED.formatted(said) + "\r\n");
        assertWriting().isInstanceOf(DeviceException.Refused.class).hasMessage("the Authenticator " + meaning);
    }

    /** Without an end of line: the prompt brings its own. */
    @Test
    void typesNoSeedWhereTheArgumentsAreNotTaken() {
        flipper.to("totp add ")
                .say("\"8\" is incorrect value for argument \"-d\"\r\n"
                        + RED.formatted(
                                "Invalid command arguments. use \"help\" command to get list of available commands"));
        assertWriting()
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("the Authenticator does not know how to add such a token");
        assertThat(flipper.typed().getLast()).startsWith("totp add");
    }

    @Test
    void saysThatSomebodyCancelled() {
        flipper.to("totp add ").say(ScriptedFlipper.ASKS + "\u001b[96mCancelled by user\u001b[0m\r\n");
        assertWriting().isInstanceOf(DeviceException.Refused.class).hasMessageContaining("cancelled");
    }

    @Test
    void confirmsNoSeedOfWhichCharactersWereLost() {
        flipper.maskWith("");
        flipper.typed();
        assertWriting()
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage("the Flipper on serial /dev/ttyACM7 has not answered totp add within 5000 ms");
        session.close();
        assertThat(flipper.typed()).element(3).asString().startsWith("totp add");
        assertThat(flipper.closed()).isTrue();
    }

    @Test
    void leavesTheQuestionWithoutAnAnswerWhenItGivesUp() {
        flipper.maskWith("");
        assertWriting().isInstanceOf(DeviceException.LinkLost.class);
        flipper.typed();
        assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
        assertThat(flipper.typed()).isEmpty();
        session.close();
        assertThat(flipper.typed()).containsExactly("^C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\u001b[33mWelcome to the Flipper\u001b[0m\r\n", ""})
    void saysThatTheFlipperStartedAnewInTheMiddle(String banner) {
        flipper.to("totp add ").say(ScriptedFlipper.ASKS + banner);
        assertWriting()
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("the Flipper went back to its prompt in the middle of a dialogue, as after a restart");
    }

    /** As where it starts anew while the seed is typed: the rest would be a command. */
    @Test
    void takesTheRestOfTheSeedOffAPromptThatCameTooEarly() {
        flipper.maskWith("\r\n>: ");
        assertWriting()
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("the Flipper went back to its prompt while totp add was being told a secret");
        assertThat(flipper.typed().getLast()).isEqualTo("^C");
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedFlipper.GONE, ScriptedFlipper.ASKS + ScriptedFlipper.GONE})
    void losesTheLinkForGood(String when) {
        flipper.to("totp add ").say(when);
        assertWriting().isInstanceOf(DeviceException.LinkLost.class);
        assertThatThrownBy(session::readClock)
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage("the link to the Flipper on serial /dev/ttyACM7 was lost before");
    }

    @Test
    void neverRepeatsTheSeedInWhatItSays() {
        flipper.maskWith("x*");
        flipper.to("totp add ").say(ScriptedFlipper.ASKS + RED.formatted("Token secret seems to be invalid GEZDGNBV"));
        assertWriting().message().doesNotContain("GEZDGNBV");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertWriting() {
        return assertThatThrownBy(() -> {
            try (var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
                session.write(
                        0,
                        OtpProfile.Totp.STANDARD,
                        seed,
                        "demo",
                        InstantSource.fixed(Instant.parse("2026-11-23T10:20:30Z")));
            }
        });
    }
}
