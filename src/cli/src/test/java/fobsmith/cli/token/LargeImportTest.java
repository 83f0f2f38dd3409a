package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Main;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is imported in a heap that could not hold it. */
class LargeImportTest {
    /** "make soak" takes 200,000; the suite as many as the heap would not hold sealed, let alone read. */
    private static final int KEYS = Integer.getInteger("import.keys", 40_000);

    /** Goes through every part; for what does not depend on the heap. */
    private static final int FEW = 2_000;

    /** The program, and of each key its serial number. */
    private static final String HEAP = "-Xmx%dm".formatted(30 + KEYS / 20_000);

    @Test
    void aLargeFileIsImportedInASmallHeap(@TempDir Path folder) throws Exception {
        try (var station = new TestRegistry(folder, HandTurnedClock.atStepStart())) {
            var file = write(folder.resolve("large.xml"), KEYS);
            assertThat(run(folder, station, file))
                    .isEqualTo("%d tokens imported, 0 were in stock already".formatted(KEYS));
            assertThat(run(folder, station, file))
                    .isEqualTo("0 tokens imported, %d were in stock already".formatted(KEYS));
        }
    }

    @Test
    void aDryRunOfALargeFileShowsEveryKeyInASmallHeap(@TempDir Path folder) throws Exception {
        try (var station = new TestRegistry(folder, HandTurnedClock.atStepStart())) {
            var file = write(folder.resolve("large.xml"), KEYS);
            assertThat(run(folder, station, file, "--dry-run"))
                    .contains("SOAK%08d".formatted(KEYS - 1))
                    .endsWith("%d tokens would be imported; the file is not signed".formatted(KEYS));
        }
    }

    /** The lock of the database holds the import between two of its slices, and there it is killed. */
    @Test
    void anImportThatIsKilledGoesOnWhereItWas(@TempDir Path folder) throws Exception {
        try (var station = new TestRegistry(folder, HandTurnedClock.atStepStart())) {
            var file = write(folder.resolve("large.xml"), FEW);
            var process = command(folder, station, file).start();
            long taken = killWithinImport(station, process);
            assertThat(taken).isBetween(200L, FEW - 1L);
            assertThat(station.registry.tokens().list("", 10).items()).isEmpty();
            assertThat(run(folder, station, file))
                    .isEqualTo(
                            "%d tokens imported, 0 were in stock already%n%d of them were taken before the import was broken off"
                                    .formatted(FEW, taken));
        }
    }

    private static long killWithinImport(TestRegistry station, Process process) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + station.file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
                statement.execute("BEGIN IMMEDIATE");
                long taken = taken(statement);
                if (taken > 0) {
                    process.destroyForcibly().waitFor();
                }
                statement.execute("ROLLBACK");
                if (taken > 0) {
                    return taken;
                }
            }
        }
        throw new AssertionError("the import ended before it could be killed");
    }

    private static long taken(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT coalesce(sum(taken), 0) FROM pending_import")) {
            return rows.getLong(1);
        }
    }

    private static String run(Path folder, TestRegistry station, Path file, String... more) throws Exception {
        var process = command(folder, station, file, more).start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        return Files.readString(printed(folder)).strip();
    }

    private static Path printed(Path folder) {
        return folder.resolve("printed.txt");
    }

    private static ProcessBuilder command(Path folder, TestRegistry station, Path file, String... more) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(
                java,
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "token",
                "import",
                file.toString(),
                "--registry",
                station.file().toString(),
                "--key-file",
                station.keyFile().toString()));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(printed(folder).toFile());
    }

    private static Path write(Path file, int keys) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("<KeyContainer Version=\"1.0\" xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">\n");
            for (int i = 0; i < keys; i++) {
                var seed = "seed of number %06d..".formatted(i).getBytes(StandardCharsets.US_ASCII);
                out.write("""
                        <KeyPackage><DeviceInfo><Manufacturer>ACME</Manufacturer><SerialNo>SOAK%08d</SerialNo></DeviceInfo>
                        <Key Id="k%d" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp"><AlgorithmParameters>
                        <ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters><Data>
                        <Secret><PlainValue>%s</PlainValue></Secret><TimeInterval><PlainValue>30</PlainValue></TimeInterval>
                        </Data></Key></KeyPackage>
                        """.formatted(i, i, Base64.getEncoder().encodeToString(seed)));
            }
            out.write("</KeyContainer>\n");
        }
        return file;
    }
}
