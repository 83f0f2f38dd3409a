package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fleet files with many tokens of models that have a plug. */
class ManyTwinsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    private Path folder;

    private Simulator load(String many) throws IOException {
        var file = Files.writeString(folder.resolve("fleet.json"), "{\"many\":[" + many.replace('\'', '"') + "]}");
        var simulator = new Simulator(CLOCK);
        simulator.load(file);
        return simulator;
    }

    @Test
    void makesThreeOfEachModel() throws IOException {
        for (var twin : Twins.ALL) {
            try (var simulator = load("{'model':'%s','count':3}".formatted(twin.model()))) {
                assertThat(simulator.tokens().stream().map(Token::serial))
                        .containsExactly(
                                twin.firstSerial(),
                                twin.serials().after(twin.firstSerial(), 1),
                                twin.serials().after(twin.firstSerial(), 2));
            }
        }
    }

    @Test
    void countsOnFromASerialAndSaysTheRestOfEach() throws IOException {
        try (var simulator =
                load("{'model':'nitrokey-pro','firstSerial':'0000ffff','count':2,'drift':'random','randomSeed':7}")) {
            assertThat(simulator.tokens().stream().map(Token::serial)).containsExactly("0000ffff", "00010000");
            assertThat(simulator.tokens().stream()
                            .map(token -> token.state().drift())
                            .collect(Collectors.toSet()))
                    .as("each has its own drift")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'model':'yubikey','count':1000} | the batch from 12345678: count 1000 is not between 1 and 999",
                "{'model':'yubikey','count':2,'image':'a'} | the batch from 12345678: tokens cannot share one image",
                "{'model':'flipper-zero','count':2,'plug':{'tcp':5601}} | 2 tokens cannot share one plug",
                "{'model':'yubikey','count':2,'touch':'NEVER_HEARD'} | unknown touch",
                "{'model':'abacus','count':2} | unknown model \"abacus\"",
            })
    void saysInOneSentenceWhatIsWrong(String many, String complaint) {
        assertThatThrownBy(() -> load(many))
                .isInstanceOf(FleetFileException.class)
                .hasMessageContaining(complaint);
    }
}
