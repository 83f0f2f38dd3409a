package fobsmith.checks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@link HygieneMain} as a child process, with everything it writes in one folder: logs of every level, what it prints, its
 * temporary directory. Soft references are cleared at each collection, so no cache is left. Closing it ends it.
 */
final class WatchedStation implements AutoCloseable {
    private static final String LOGGING = """
            <configuration>
              <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                <file>LOGFILE</file>
                <encoder><pattern>%level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="FILE"/></root>
            </configuration>
            """;

    private final Process process;
    private final BufferedReader said;
    private final PrintWriter orders;
    private final Path printed;
    private final URI service;

    WatchedStation(Path folder, Path registry, Path keyFile, Instant now) throws IOException {
        printed = folder.resolve("printed.log");
        var logging = Files.writeString(
                folder.resolve("logback.xml"),
                LOGGING.replace("LOGFILE", folder.resolve("everything.log").toString()));
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                System.getProperty("java.class.path"),
                HygieneMain.class.getName(),
                registry,
                keyFile,
                now);
        process = new ProcessBuilder(command.map(Object::toString).toList())
                .redirectError(printed.toFile())
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        service = URI.create(answer(HygieneMain.SERVING));
    }

    private String answer(String beginning) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new AssertionError("the station ended: " + Files.readString(printed));
    }

    URI service() {
        return service;
    }

    /** An order that is carried out, or the test fails with what was printed. */
    void order(Object... words) throws IOException {
        orders.println(Arrays.stream(words).map(Object::toString).collect(Collectors.joining("\t")));
        var status = answer(HygieneMain.DONE);
        assertThat(status)
                .as(() -> Arrays.toString(words) + "\n" + contents(printed))
                .isEqualTo("0");
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
