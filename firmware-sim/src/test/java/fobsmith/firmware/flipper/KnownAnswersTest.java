package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.AnswersFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The twin says what the application's sources say, and shows the codes of the standard. */
class KnownAnswersTest extends FlipperRig {
    private final AnswersFile known = AnswersFile.of("flipperdevices-flipper-zero");

    @Test
    void areGivenInTheirOrder() {
        known.forEach((keys, answer) -> assertThat(type(keys)).isEqualTo(answer + " "));
        var codes = known.beginningWith("display.");
        assertThat(codes).hasSize(5).allSatisfy((seconds, code) -> {
            flipper.setTime(Instant.ofEpochSecond(Long.parseLong(seconds)));
            assertThat(flipper.display(0).display()).as(seconds).isEqualTo(code);
        });
    }
}
