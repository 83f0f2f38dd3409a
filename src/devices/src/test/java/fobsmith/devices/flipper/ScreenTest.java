package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads of what a shell writes and takes back; {@code ^} stands for ESC. */
class ScreenTest {
    private final Screen screen = new Screen();

    private String current() {
        return screen.current().text();
    }

    private void show(String text) {
        screen.show(text.replace("^", "\u001b").getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "date^[K, date",
        "date^[0K, date",
        "date^[1D^[0K, dat",
        "date^[D^[K, dat",
        "date^[3D^[K, d",
        "date^[99D^[K, ''",
        "date^[2K, ''",
        "date^[2Ktime, time",
        "date^[2D^[1Ke, '  ee'",
        "date^[3K, date",
        "date^[1G^[K, ''",
        "date^[3G^[K, da",
        "date^[99G!, date!",
        "^[1G>: date^[0K^[8G, >: date",
        "date^[2Dxy, daxy"
    })
    void erasesWhatTheSequenceNamesAndNothingElse(String written, String read) {
        show(written);
        assertThat(current()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"'one|two', two", "'one|^[Ktwo', two", "'longer|two', twoger", "'longer|^[2Ktwo', two"})
    void beginsTheLineAnewAtACarriageReturn(String written, String read) {
        show(written.replace('|', '\r'));
        assertThat(current()).isEqualTo(read);
    }

    @Test
    void takesACharacterBackAsAShellOfOldDoes() {
        show("**\b \b");
        assertThat(current().strip()).isEqualTo("*");
    }

    @Test
    void keepsTheColourOfWhatIsLeftAndForgetsThatOfWhatIsGone() {
        show("^[92mdone^[0m^[K");
        assertThat(screen.current().verdict()).isEqualTo(Line.Verdict.SUCCESS);
        show("^[1G^[K");
        assertThat(screen.current().verdict()).isEqualTo(Line.Verdict.NONE);
    }

    @Test
    void endsALineWithAllThatIsOnItWhereverTheCursorIs() {
        show("date^[2D\r\n");
        assertThat(screen.lines()).extracting(Line::text).containsExactly("date");
        assertThat(screen.current().text()).isEmpty();
    }

    @Test
    void isNotPutOffBySequencesThatMakeNoSense() {
        screen.show("date\u001b[9999999999D\u001b[\u0080\u0007K!".getBytes(ISO_8859_1));
        assertThat(current()).isNotNull();
    }
}
