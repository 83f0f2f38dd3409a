package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunArgumentsTest {
    @Test
    void takesFleetsPortAndControlFileInAnyOrder() {
        assertThat(parse("run --port 8080 a.json --control c.json b.json"))
                .isEqualTo(new RunArguments(List.of(Path.of("a.json"), Path.of("b.json")), 8080, Path.of("c.json")));
    }

    @Test
    void takesAnyPortAndTheUsualControlFileUnlessTold() {
        assertThat(parse("run a.json"))
                .isEqualTo(
                        new RunArguments(List.of(Path.of("a.json")), 0, Path.of("/home/someone/.fobsmith-sim.json")));
        assertThat(ControlFile.usualPath(Map.of("XDG_RUNTIME_DIR", "/run/user/1000", "HOME", "/home/someone")))
                .isEqualTo(Path.of("/run/user/1000/fobsmith-sim.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "run,                     usage:",
        "walk a.json,             usage:",
        "run a.json --port,       --port lacks its value",
        "run a.json --port 65536, port 65536 is not between",
        "run a.json --port x,     port x is not between",
        "run a.json --loud,       unknown option --loud",
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
