package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entry "many" of a fleet file. */
class ManyFobsTest {
    private static final Path TEN_THOUSAND = Path.of("../fixtures/sim/ten-thousand-fobs.json");

    private final InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private final Simulator simulator = new Simulator(noon);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    private Path fleet(String text) throws IOException {
        return Files.writeString(folder.resolve("fleet.json"), text.replace('\'', '"'));
    }

    @Test
    void starts10000FobsAtOnce() {
        simulator.load(TEN_THOUSAND);
        var fobs = simulator.tokens();
        assertThat(fobs).hasSize(10_000);
        assertThat(fobs.getFirst().serial()).isEqualTo("FOB000000001");
        assertThat(fobs.getLast().serial()).isEqualTo("FOB000010000");
        assertThat(codes(fobs)).hasSizeGreaterThan(9_900);
        assertThat(fobs.stream().map(fob -> fob.state().drift()).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    private static Set<String> codes(List<Token> fobs) {
        return fobs.stream().map(fob -> fob.display().display()).collect(Collectors.toSet());
    }

    /** Ages of 0 to 24 months: about as wrong as the published figures have it after one year, a median of about 105 s. */
    @Test
    void drawsAgesAndErrorsAsAStockHasThem() {
        simulator.load(TEN_THOUSAND);
        var drifts = simulator.tokens().stream().map(fob -> fob.state().drift()).toList();
        assertThat(drifts.stream().mapToDouble(Drift::shelfDays).average().orElseThrow())
                .isBetween(355.0, 375.0);
        var errors = simulator.tokens().stream()
                .mapToLong(fob -> Math.abs(fob.state().errorMillis()))
                .sorted()
                .toArray();
        assertThat(errors[5_000]).isBetween(70_000L, 130_000L);
        assertThat(errors[9_999]).isLessThan(2_000_000L);
    }

    @Test
    void meetsTheSameFobsInEveryRun() {
        simulator.load(TEN_THOUSAND);
        try (var again = new Simulator(noon)) {
            again.load(TEN_THOUSAND);
            assertThat(again.get("FOB000005000").state())
                    .isEqualTo(simulator.get("FOB000005000").state());
            assertThat(again.get("FOB000005000").display())
                    .isEqualTo(simulator.get("FOB000005000").display());
        }
    }

    /** The seed by sha512sum, the code by oathtool: both other people's. */
    @ParameterizedTest
    @CsvSource({"SHA1, 6, 366301", "SHA256, 8, 02189046", "SHA512, 8, 06435768"})
    void makesSeedsThatOtherToolsCanMakeToo(String algorithm, int digits, String code) throws IOException {
        simulator.load(fleet(
                "{'many':[{'firstSerial':'FOB007','count':1,'randomSeed':7,'algorithm':'%s','digits':%d,'drift':{'ppm':0}}]}"
                        .formatted(algorithm, digits)));
        assertThat(simulator.get("FOB007").display().display()).isEqualTo(code);
    }

    @Test
    void standsBesideTokensDescribedOneByOne() throws IOException {
        simulator.load(
                fleet(
                        "{'source':'RFC 6238','tokens':[{'serial':'A1','seed':'CEIRCEIRCEIRCEIRCEIRCEIRCEIRCEIR'}],"
                                + "'many':[{'model':'fob','firstSerial':'B098','count':2},{'firstSerial':'9','count':1,'buttonSeconds':5}]}"));
        assertThat(simulator.tokens()).extracting(Token::serial).containsExactly("9", "A1", "B098", "B099");
        assertThat(simulator.get("9").display().blank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'count':1                                    | many[0] lacks firstSerial, text",
                "'firstSerial':'FOB','count':1                | the batch from FOB: firstSerial does not end in digits",
                "'firstSerial':'FOB1'                         | the batch from FOB1 lacks count, a whole number",
                "'firstSerial':'FOB1','count':0               | the batch from FOB1: count 0 is not between 1 and 100000",
                "'firstSerial':'FOB00001','count':100001      | the batch from FOB00001: count 100001 is not between 1 and 100000",
                "'firstSerial':'FOB1','count':10              | the batch from FOB1: 1 digits are too few for 10 serials",
                "'firstSerial':'F B1','count':1               | the batch from F B1: serial \"F B1\" is not 1 to 256 letters, digits or _+=/:,.@-",
                "'firstSerial':'FOB1','count':1,'seed':'CEIR' | the batch from FOB1 has an unknown field \"seed\"",
                "'firstSerial':'FOB1','count':1,'digits':9    | the batch from FOB1: digits 9 is not 6, 7, 8 or 10",
                "'firstSerial':'FOB1','count':1,'drift':'big' | the batch from FOB1: drift is neither \"random\" nor a JSON object",
                "'firstSerial':'FOB1','count':1,'model':'cow' | unknown model \"cow\" (known are molto2, token2-single, yubikey, canokey, nitrokey3, solo2, nitrokey-pro, librem-key, flipper-zero)",
            })
    void saysInOneSentenceWhatIsWrong(String entry, String complaint) throws IOException {
        var file = fleet("{'many':[{%s}]}".formatted(entry));
        assertThatThrownBy(() -> simulator.load(file))
                .isInstanceOf(FleetFileException.class)
                .hasMessage("fleet file %s: %s".formatted(file, complaint));
        assertThat(simulator.tokens()).isEmpty();
    }
}
