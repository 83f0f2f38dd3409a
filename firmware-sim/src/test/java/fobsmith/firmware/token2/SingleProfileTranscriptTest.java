package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.Hex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The twin answers what the transcript says, byte for byte; a line of it is explained in its head. */
class SingleProfileTranscriptTest {
    private static final Path TRANSCRIPT = Path.of("../fixtures/models/token2-single/dialogue.transcript");
    /** The bytes 01 to 08, the first being the lowest. */
    private static final long CHALLENGE = 0x0807060504030201L;

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(0x6553f101L));

    private final SingleProfile token = SingleProfile.of(
            SingleProfileDescription.of(SingleProfileDescription.FIRST_SERIAL),
            Flash.inMemory(),
            CLOCK,
            () -> CHALLENGE);

    @Test
    void answersAsTheTranscriptSays() throws IOException {
        token.powerOn();
        try (var lines = Files.lines(TRANSCRIPT)) {
            assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .hasSizeGreaterThan(50)
                    .allSatisfy(this::replay);
        }
        token.close();
    }

    private void replay(String line) {
        if (line.equals("! power")) {
            token.powerOff();
            token.powerOn();
            return;
        }
        var sides = line.split(" -> ", 2);
        assertThat(answer(sides[0])).as(line).isEqualTo(sides[1].replace(" ", ""));
    }

    private String answer(String asked) {
        if (asked.equals("! press")) {
            var shown = token.press();
            return shown.blank() ? "dark" : shown.display();
        }
        return Hex.text(token.exchange(Hex.bytes(asked)));
    }
}
