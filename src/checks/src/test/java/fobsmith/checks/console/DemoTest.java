package fobsmith.checks.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code fobsmith demo} as a newcomer runs it: the real service on real time. */
class DemoTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern STEP = Pattern.compile("(?m)^(\\d+)\\. ");

    /** What long secrets look like: access keys of 40 characters, seeds, session tokens, images. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/]{30,}={0,2}");

    @Test
    void tellsTheWholeStoryAndLeavesNothingBehind() throws IOException {
        var before = temporaryFolders();
        long began = System.nanoTime();
        var told =
                new Terminal(InstantSource.system(), Map.of()).type("demo").ok().out();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        assertThat(STEP.matcher(told).results().map(step -> step.group(1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 19).mapToObj(String::valueOf).toList());
        assertThat(told).doesNotContainPattern(SECRET).contains("The same by hand");
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    private static List<Path> temporaryFolders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(folder -> folder.getFileName().toString().startsWith("fobsmith-demo-"))
                    .toList();
        }
    }
}
