package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.serial.SerialLink;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leftovers, logs, slow and silent lines, and what is no Flipper at all. */
class ShellTest {
    private static final String LOG = "81524 \u001b[0;32m[I][Storage] \u001b[0mmounted\r\n";

    private final ScriptedFlipper flipper = new ScriptedFlipper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n>: ",
                "\r\n>: \r\n>: ",
                "\u001b[38;5;208m  _.-------.._  \u001b[0m\r\nWelcome to Flipper Zero\r\n\r\n>: ",
                "device_info\r\nhardware_uid : ffffffffffffffff\r\n\r\n>: da",
                LOG
            })
    void findsThePromptBehindWhateverWasLeft(String left) {
        flipper.say(left);
        try (var session = Scripts.open(flipper)) {
            assertThat(session.readClock()).isNotNull();
        }
    }

    @Test
    void readsWhatComesByteByByte() {
        flipper.dribble();
        try (var session = Scripts.open(flipper)) {
            assertThat(session.serial()).isEqualTo(ScriptedFlipper.SERIAL);
        }
    }

    @Test
    void readsPastWhatIsLoggedBetweenTheLines() {
        flipper.to("totp ls --tsv")
                .say(LOG + "#\tName\tAlgo\tLn\tType\r\n" + LOG + "1\tx:" + ScriptedFlipper.SERIAL
                        + "\tsha1\t6\ttotp\r\n" + LOG);
        try (var session = Scripts.open(flipper)) {
            flipper.say(LOG);
            assertThat(session.carriesSeed(0)).isTrue();
            flipper.say(LOG + LOG);
            assertThat(session.carriesSeed(1)).isFalse();
        }
    }

    @Test
    void takesNoLogForTheVerdict() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.list("1\tx:" + ScriptedFlipper.SERIAL + "\tsha1\t6\ttotp"));
        flipper.to("totp delete ").say("\u001b[91mfailed\u001b[0m\r\n" + LOG);
        try (var session = Scripts.open(flipper)) {
            assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Refused.class);
        }
    }

    @Test
    void takesTheLastColourForTheVerdict() {
        flipper.to("totp ls --tsv")
                .say(
                        ScriptedFlipper.list("1\tx:" + ScriptedFlipper.SERIAL + "\tsha1\t6\ttotp"),
                        ScriptedFlipper.NO_TOKENS);
        flipper.to("totp delete ").say("\u001b[93mWARNING!\r\n\u001b[0m" + ScriptedFlipper.DELETED);
        try (var session = Scripts.open(flipper)) {
            session.erase(0);
            assertThat(flipper.typed()).contains("totp delete 1 -f");
        }
    }

    @Test
    void readsPastTheSequencesOfALineEditor() {
        flipper.to("date").say("\u001b[2K\u001b[1G\u001b[?25h2026-11-23 10:20:30 1\r\n");
        try (var session = Scripts.open(flipper)) {
            assertThat(session.readClock()).isNotNull();
        }
    }

    /** Newer shells erase behind each key that they echo, where nothing stands. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[K", "\u001b[0K"})
    void readsAnEchoBehindWhichTheShellErases(String erasing) {
        flipper.editWith(erasing);
        try (var session = Scripts.open(flipper)) {
            assertThat(session.readClock()).isNotNull();
        }
    }

    @Test
    void saysWhatWasNotAnsweredAndForHowLong() {
        flipper.to("date").say("");
        try (var session = Scripts.open(flipper)) {
            flipper.echoNothing();
            assertThatThrownBy(session::readClock)
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the Flipper on serial /dev/ttyACM7 has not answered date within 5000 ms");
        }
    }

    /** A link on which nothing, or something that is no Flipper, is heard. */
    private record Stranger(String says) implements SerialLink {
        @Override
        public void write(byte[] bytes) {}

        @Override
        public byte[] read(Duration timeout) {
            return says.getBytes(ISO_8859_1);
        }

        @Override
        public void close() {}
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> FlipperSession.open(new Stranger(""), Scripts.PLACE, Scripts.TIMING))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage(
                        "the Flipper on serial /dev/ttyACM7 has not answered the search for its prompt within 5000 ms");
    }

    /** Also where it never ends. */
    @Test
    void saysThatWhatAnswersIsNoFlipper() {
        assertThatThrownBy(() -> FlipperSession.open(new Stranger("login: \r\n"), Scripts.PLACE, Scripts.TIMING))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("what answers on serial /dev/ttyACM7 shows no prompt of a Flipper");
    }

    /** Never silent, and never at an end. */
    private record Drip(ScriptedFlipper flipper) implements SerialLink {
        @Override
        public void write(byte[] bytes) {
            flipper.write(bytes);
        }

        @Override
        public byte[] read(Duration timeout) {
            var said = flipper.read(timeout);
            return said.length > 0 ? said : new byte[] {'\r'};
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAnAnswerThatDoesNotEnd(boolean forTooLong) {
        flipper.to("date").say(ScriptedFlipper.ASKS);
        try (var shell = new Shell(
                new Drip(flipper),
                Scripts.PLACE,
                Scripts.TIMING,
                () -> forTooLong ? Alarm.ringing() : Alarm.after(Duration.ofHours(1)))) {
            assertThatThrownBy(() -> shell.run("date"))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the Flipper's answer to date does not end");
        }
    }

    @Test
    void deletesNothingThatIsAnotherThanAMomentAgo() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.list("1\tx:" + ScriptedFlipper.SERIAL + "\tsha1\t6\ttotp"));
        flipper.to("totp cat ").say("Property\tValue\r\nIndex\t1\r\nName\tmail\r\n");
        try (var session = Scripts.open(flipper)) {
            assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Refused.class);
            assertThat(flipper.typed()).noneMatch(line -> line.startsWith("totp delete"));
        }
    }

    @Test
    void takesNoGarbage() {
        var garbage = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            garbage.append((char) (i * 7 % 256));
        }
        assertThatThrownBy(() -> FlipperSession.open(new Stranger(garbage.toString()), Scripts.PLACE, Scripts.TIMING))
                .isInstanceOf(DeviceException.class);
    }
}
