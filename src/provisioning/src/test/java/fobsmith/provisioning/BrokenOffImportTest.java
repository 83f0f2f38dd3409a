package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fobsmith.registry.RegistryException;
import fobsmith.registry.TestRegistry;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.SeedFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not in the file does not cost what was taken of it; what is in the file does. */
class BrokenOffImportTest {
    private static final int ALL = 450;

    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = TestRegistry.copy(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Path crate() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < ALL; i++) {
            lines.append("GAHT%08d,%040d,totp,6,30\n".formatted(i, i));
        }
        return Files.writeString(folder.resolve("crate.csv"), lines);
    }

    private ImportReport run(Path file, ImportProgress watching) {
        var source = new SeedFileSource(List.of(file), null);
        var order = new ImportOrder(source, "", ReadingTerms.STRICT, null, List.of(), watching);
        return new SeedFileImport(rig.registry).run(rig.console, order);
    }

    /** Throws this as soon as so many keys are taken. */
    private static ImportProgress failingAfter(long keys, RuntimeException failure) {
        return (number, _, _) -> {
            if (number == keys) {
                throw failure;
            }
        };
    }

    private static SeedFileException unreadable() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        return catchThrowableOfType(
                SeedFileException.Unreadable.class, () -> SeedFileReader.open(broken, ReadingTerms.STRICT));
    }

    private long execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            return statement.execute(sql) ? statement.getResultSet().getLong(1) : 0;
        }
    }

    @Test
    void aStickPulledOutCostsNothingThatWasTaken() throws IOException {
        var file = crate();
        assertThatThrownBy(() -> run(file, failingAfter(350, unreadable())))
                .isInstanceOf(ImportBrokenOff.class)
                .hasMessage("the seed file cannot be read to its end")
                .satisfies(e -> assertThat(((ImportBrokenOff) e).hint())
                        .isEqualTo("import the same file again to go on after its key 200, or give it up with"
                                + " \"fobsmith token import --abandon\""));
        assertThat(rig.registry.tokens().list("", 1).items()).isEmpty();
        var report = run(file, ImportProgress.UNWATCHED);
        assertThat(report.resumedAfter()).isEqualTo(200);
        assertThat(report.added()).isEqualTo(ALL);
    }

    @Test
    void neitherDoesADatabaseThatFails() throws Exception {
        var file = crate();
        execute("CREATE TRIGGER full BEFORE INSERT ON token WHEN NEW.serial = 'GAHT00000399'"
                + " BEGIN SELECT raise(ABORT, 'disk full'); END");
        assertThatThrownBy(() -> run(file, ImportProgress.UNWATCHED))
                .isInstanceOf(ImportBrokenOff.class)
                .hasCauseInstanceOf(RegistryException.Unavailable.class)
                .satisfies(e -> assertThat(((ImportBrokenOff) e).hint())
                        .startsWith("look at the disk")
                        .contains("; import the same file again to go on after its key 200"));
        execute("DROP TRIGGER full");
        assertThat(run(file, ImportProgress.UNWATCHED).resumedAfter()).isEqualTo(200);
    }

    /** It is reported as what it is, and looked for in the log. */
    @Test
    void neitherDoesAMistakeOfOurs() throws Exception {
        var file = crate();
        var mistake = new IllegalStateException("ours");
        assertThatThrownBy(() -> run(file, failingAfter(350, mistake))).isSameAs(mistake);
        assertThat(run(file, ImportProgress.UNWATCHED).resumedAfter()).isEqualTo(200);
    }

    @Test
    void beforeAnythingIsTakenNothingIsSaidOfIt() throws Exception {
        var failure = unreadable();
        var file = crate();
        assertThatThrownBy(() -> run(file, failingAfter(199, failure))).isSameAs(failure);
        assertThat(execute("SELECT count(*) FROM pending_import")).isZero();
    }

    @Test
    void whatTheContentIsRefusedForLeavesNothing() throws Exception {
        var file = crate();
        Files.writeString(file, Files.readString(file) + "GAHT00000007,%040d,totp,6,30\n".formatted(7));
        assertThatThrownBy(() -> run(file, ImportProgress.UNWATCHED)).isInstanceOf(ImportException.class);
        assertThat(execute("SELECT count(*) FROM token")).isZero();
        Files.writeString(file, Files.readString(crate()) + "GAHT00000999,no seed,totp,6,30\n");
        assertThatThrownBy(() -> run(file, ImportProgress.UNWATCHED)).isInstanceOf(SeedFileException.Malformed.class);
        assertThat(execute("SELECT count(*) FROM token")).isZero();
        rig.fob("GAHT00000444");
        assertThatThrownBy(() -> run(crate(), ImportProgress.UNWATCHED))
                .hasMessage("a token with serial GAHT00000444 is already in the registry with another seed or profile");
        assertThat(execute("SELECT count(*) FROM token")).isOne();
        assertThat(execute("SELECT count(*) FROM pending_import")).isZero();
    }
}
