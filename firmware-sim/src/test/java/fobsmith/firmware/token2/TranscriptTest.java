package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The twin answers what the transcript says, byte for byte; a line of it is explained in its head. */
class TranscriptTest {
    /** The bytes 01 to 08, the first being the lowest. */
    private static final long CHALLENGE = 0x0807060504030201L;

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(0x65920080L));

    private final Molto2 token =
            Molto2.of(Molto2Description.of(Molto2Description.FIRST_SERIAL), Flash.inMemory(), CLOCK, () -> CHALLENGE);

    @Test
    void answersAsTheTranscriptSays() {
        token.powerOn();
        var lines = KnownAnswers.lines("dialogue.transcript");
        assertThat(lines).hasSizeGreaterThan(40).allSatisfy(this::replay);
        token.close();
    }

    private void replay(String line) {
        if (line.equals("! up")) {
            token.pressUpArrow();
            return;
        }
        var sides = line.split(" -> ", 2);
        assertThat(answer(sides[0])).isEqualTo(sides[1].replace(" ", ""));
    }

    private String answer(String asked) {
        if (asked.startsWith("! press ")) {
            var shown = token.press(Integer.parseInt(asked.substring(8)));
            return shown.blank() ? "dark" : shown.display();
        }
        return HexFormat.of().formatHex(token.exchange(HexFormat.of().parseHex(asked.replace(" ", ""))));
    }
}
