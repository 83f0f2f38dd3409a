package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunArgumentsTest {
    @Test
    void takesFleetsPortAndControlFileInAnyOrder() {
        assertThat(parse("run --port 8080 a.json --control c.json b.json --usbip-port 3241")
                        .setting())
                .isEqualTo(new RunningSimulator.Setting(
                        List.of(Path.of("a.json"), Path.of("b.json")), List.of(), 8080, Path.of("c.json"), 3241));
    }

    @Test
    void takesAnyPortAndTheUsualPlacesUnlessTold() {
        assertThat(parse("run a.json").setting())
                .isEqualTo(new RunningSimulator.Setting(
                        List.of(Path.of("a.json")), List.of(), 0, Path.of("/home/someone/.fobsmith-sim.json"), 3240));
        assertThat(ControlFile.usualPath(Map.of("XDG_RUNTIME_DIR", "/run/user/1000", "HOME", "/home/someone")))
                .isEqualTo(Path.of("/run/user/1000/fobsmith-sim.json"));
    }

    @Test
    void takesFreshTokensOfAModel() {
        assertThat(parse("run --model molto2").setting().orders())
                .containsExactly(FactoryOrder.of("molto2", Optional.empty(), 1, Optional.empty()));
        assertThat(parse("run --model molto2 --serial 86590300000700 --count 3 --images here")
                        .setting()
                        .orders())
                .containsExactly(
                        FactoryOrder.of("molto2", Optional.of("86590300000700"), 3, Optional.of(Path.of("here"))));
    }

    @ParameterizedTest
    @CsvSource({
        "run,                     usage:",
        "walk a.json,             usage:",
        "run a.json --port,       --port lacks its value",
        "run a.json --port 65536, port 65536 is not between",
        "run a.json --port x,     port x is not between",
        "run a.json --loud,       unknown option --loud",
        "run a.json --count 2,    --count needs --model",
        "run a.json --port 1 --port 2, --port is said twice",
        "run --model molto2 --serial 99999999999999 --count 2, leaves no room for 2 tokens",
        "run --model abacus,      unknown model \"abacus\" (known are",
        "run --model molto2 --count x, count x is not a number",
        "run --model molto2 --count 0, 0 tokens are not between",
        "run --vpcd 35963 a.json, --vpcd needs --model",
        "run --model yubikey --vpcd 0, port 0 is not between 1 and 65535",
        "run --model flipper-zero --count 2 --tcp 5601, 2 tokens cannot share TCP port 5601",
        "run --model yubikey --vpcd 35963 --tcp 0, is plugged into one of",
    })
    void explainsWhatItDidNotUnderstand(String line, String complaint) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(RunArguments.UsageException.class)
                .hasMessageContaining(complaint);
    }

    private static RunArguments parse(String line) {
        return RunArguments.parse(List.of(line.split(" ")), Map.of("HOME", "/home/someone"));
    }
}
