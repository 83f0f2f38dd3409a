package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTest {
    private static final Path THREE_FOBS = Path.of("../fixtures/sim/three-fobs.json");
    private static final String SEED = "CEIRCEIRCEIRCEIRCEIRCEIRCEIRCEIR";

    private final InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private final Simulator simulator = new Simulator(noon);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void readsTheExampleFleet() {
        simulator.load(THREE_FOBS);
        assertThat(simulator.tokens())
                .extracting(DisplayFob::serial)
                .containsExactly("2600000000003", "GAHT00000001", "GAHT00000002");
        var plain = simulator.get("GAHT00000001").state();
        assertThat(plain.profile().digits()).isEqualTo(6);
        assertThat(plain.errorMillis()).isZero();
        var pressed = simulator.get("2600000000003").state();
        assertThat(pressed.profile().algorithm()).isEqualTo(Algorithm.SHA256);
        assertThat(pressed.model()).isEqualTo("display-only fob with button");
        assertThat(pressed.drift()).isEqualTo(new Drift(3.8, 0.5, 18, 3, -1, 730));
        assertThat(pressed.errorMillis()).isNotZero();
    }

    @Test
    void drawsTheSameRandomFobInEveryRun() {
        simulator.load(THREE_FOBS);
        try (var again = new Simulator(noon)) {
            again.load(THREE_FOBS);
            assertThat(again.get("GAHT00000002").state())
                    .isEqualTo(simulator.get("GAHT00000002").state());
        }
        assertThat(simulator.get("GAHT00000002").state().errorMillis()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'digits':9                    | token GAHT00000001: digits 9 is not 6, 7, 8 or 10",
                "'digits':6.5                  | digits of token GAHT00000001 is not a whole number but 6.5",
                "'step':0                      | token GAHT00000001: step 0 is not between 1 and 86400 seconds",
                "'algorithm':'MD5'             | token GAHT00000001: unknown algorithm \"MD5\" (known are [SHA1, SHA256, SHA512])",
                "'digit':6                     | token GAHT00000001 has an unknown field \"digit\"",
                "'buttonSeconds':-1            | token GAHT00000001: a display cannot stay lit for PT-1S",
                "'drift':'wild'                | token GAHT00000001: drift is neither \"random\" nor a JSON object",
                "'drift':{'ppm':'fast'}        | ppm of drift of token GAHT00000001 is not a number but a JSON string",
                "'drift':{'ppm':1,'shelf':2}   | drift of token GAHT00000001 has an unknown field \"shelf\"",
                "'drift':{'meanCelsius':900}   | token GAHT00000001: meanCelsius 900.0 is not between -50 and 100",
                "'drift':'random','randomSeed':'CEIR' | randomSeed of token GAHT00000001 is not a whole number but a JSON string",
            })
    void namesTokenAndValueOfAWrongFleet(String field, String complaint) throws IOException {
        var file = fleet("{'tokens':[{'serial':'GAHT00000001','seed':'%s',%s}]}".formatted(SEED, field));
        assertThatThrownBy(() -> simulator.load(file))
                .isInstanceOf(FleetFileException.class)
                .hasMessage("fleet file %s: %s".formatted(file, complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                           | the fleet is not a JSON object",
                "{}                                           | the fleet lacks tokens, a list",
                "{'fobs':[]}                                  | the fleet has an unknown field \"fobs\"",
                "{'tokens':[7]}                               | tokens[0] is not a JSON object",
                "{'tokens':[{'seed':'CEIRCEIR'}]}             | tokens[0] lacks serial, text",
                "{'tokens':[{'serial':'A','seed':'CEIR0'}]}   | token A: the seed is not base32 (A to Z, 2 to 7)",
                "{'tokens':[{'serial':'A','seed':''}]}        | token A: a seed of 0 bytes is not between 1 and 255",
                "{'tokens':[{'serial':'A','seed':['CEIR']}]}  | seed of token A is not text but a JSON array",
                "{'tokens':[{'serial':'A'}]}                  | token A lacks seed, text",
                "{'tokens':[{'serial':'A','serial':'B'}]}     | the fleet is not well-formed JSON (line 1, column 34)",
                "{'tokens':[{'serial':'A','seed':CEIRCEIR}]}  | the fleet is not well-formed JSON (line 1, column 33)",
            })
    void saysInOneSentenceWhatIsWrongAndNeverTheSeed(String text, String complaint) throws IOException {
        var file = fleet(text);
        assertThatThrownBy(() -> simulator.load(file))
                .isInstanceOf(FleetFileException.class)
                .hasMessage("fleet file %s: %s".formatted(file, complaint))
                .hasStackTraceContaining(file.toString())
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("CEIR"));
    }

    private static String stackTrace(Throwable thrown) {
        var text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void namesAFleetFileThatIsNotThere() {
        assertThatThrownBy(() -> simulator.load(folder.resolve("none.json")))
                .isInstanceOf(FleetFileException.class)
                .hasMessage("fleet file %s cannot be read".formatted(folder.resolve("none.json")));
    }

    @Test
    void addsAllTokensOfAFleetOrNone() throws IOException {
        simulator.add(FobDescription.of("GAHT00000009"), new byte[20]);
        var token = "{'serial':'%s','seed':'%s'}";
        var file = fleet("{'tokens':[%s,%s]}"
                .formatted(token.formatted("GAHT00000008", SEED), token.formatted("GAHT00000009", SEED)));
        assertThatThrownBy(() -> simulator.load(file))
                .isInstanceOf(RefusedException.class)
                .hasMessage("token GAHT00000009 is there already");
        assertThat(simulator.tokens()).extracting(DisplayFob::serial).containsExactly("GAHT00000009");
    }

    @Test
    void forgetsARemovedTokenAndItsSeed() {
        var fob = simulator.add(FobDescription.of("GAHT00000001"), new byte[20]);
        simulator.remove("GAHT00000001");
        assertThat(simulator.find("GAHT00000001")).isEmpty();
        assertThatThrownBy(fob::display).hasMessage("token GAHT00000001 has been removed");
        assertThatThrownBy(() -> simulator.remove("GAHT00000001"))
                .isInstanceOf(UnknownTokenException.class)
                .hasMessage("no token with serial GAHT00000001 is simulated");
    }

    @Test
    void closingWipesEveryToken() {
        var fob = simulator.add(FobDescription.of("GAHT00000001"), new byte[20]);
        simulator.close();
        assertThat(simulator.tokens()).isEmpty();
        assertThatThrownBy(fob::display).isInstanceOf(RefusedException.class);
    }

    private Path fleet(String text) throws IOException {
        return Files.writeString(folder.resolve("fleet.json"), text.replace('\'', '"'));
    }
}
