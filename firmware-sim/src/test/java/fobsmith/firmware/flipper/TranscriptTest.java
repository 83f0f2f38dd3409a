package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The twin says what the transcript says, byte for byte; a line of it is explained in its head. */
class TranscriptTest extends FlipperRig {
    private static final Path TRANSCRIPT =
            Path.of("../fixtures/models/flipperdevices-flipper-zero/dialogue.transcript");

    private String expected = "";
    private String asked = "";

    @Test
    void saysWhatTheTranscriptSays() throws IOException {
        flipper.closeApplication();
        var lines = Files.readAllLines(TRANSCRIPT).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toList());
        assertThat(lines).hasSizeGreaterThan(90);
        lines.forEach(this::replay);
        compare();
    }

    private void replay(String line) {
        var content = line.substring(2).replace("\\s", " ");
        if (line.startsWith("< ")) {
            expected += content;
            return;
        }
        compare();
        asked = line;
        if (line.startsWith("> ")) {
            flipper.receive(Visible.bytes(content));
        } else {
            person(content);
        }
    }

    private void compare() {
        assertThat(fetch()).as("answer to %s", asked).isEqualTo(expected);
        expected = "";
    }

    private void person(String does) {
        var words = does.split(" ", -1);
        switch (words[0]) {
            case "yes" -> flipper.press();
            case "no" -> flipper.refuse();
            case "open" -> flipper.openApplication();
            case "pin" -> assertThat(flipper.enterPin(ascii(words[1]))).isTrue();
            case "display" -> {
                var shown = flipper.display(Integer.parseInt(words[1]) - 1);
                assertThat(shown.blank() ? "dark" : shown.display()).isEqualTo(words[3]);
            }
            default -> throw new AssertionError("unknown line " + does);
        }
    }
}
