package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The twin answers what the transcript says, byte for byte; a line of it is explained in its head. */
class TranscriptTest {
    private final NitrokeyPro token = NitrokeyPro.of(
            NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL),
            Flash.inMemory(),
            InstantSource.fixed(Instant.EPOCH),
            new SplittableRandom(1));

    @Test
    void answersAsTheTranscriptSays() {
        token.powerOn();
        assertThat(Frames.lines("dialogue.transcript")).hasSizeGreaterThan(60).allSatisfy(this::replay);
        token.close();
    }

    private void replay(String line) {
        var sides = line.split("-> ?", 2);
        if (!sides[0].isBlank()) {
            token.set(Frames.parse(sides[0]));
        }
        assertThat(token.get()).asHexString().isEqualTo(hex(Frames.parse(sides[1])));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
