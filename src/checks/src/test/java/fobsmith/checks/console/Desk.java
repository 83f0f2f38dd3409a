package fobsmith.checks.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operator's place: a registry with three fobs of a vendor's file, and a terminal. Nothing else has it open. */
final class Desk {
    static final Path PSKC = Path.of("../../fixtures/pskc");

    /** One sentence, lower case and without full stop, then at most one hint. */
    private static final Pattern COMPLAINT = Pattern.compile("fobsmith: [^\n]*[^\n.]\n(hint: [^\n]+\n)?");

    /** Seeds of the fixtures as they stand there, base32, hexadecimal and in clear; and passphrases of these tests. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)[A-Za-z0-9+/]{27}=|[A-Z2-7]{32}|[0-9a-f]{40}|seed of fob|passphrase of mine");

    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final Path file;
    final Path keyFile;
    private final Terminal terminal;

    Desk(Path folder) {
        try (var fresh = new TestRegistry(folder, clock)) {
            fresh.user("alice");
            file = fresh.file();
            keyFile = fresh.keyFile();
        }
        terminal = Terminal.on(file, clock);
        type("token", "import", PSKC.resolve("three-fobs.xml")).ok();
    }

    Printed type(Object... words) {
        return terminal.type(words);
    }

    /** The command fails with one sentence, says no secret, and leaves the registry as it was, to the last row. */
    String requireRefused(Object... words) throws SQLException {
        var before = rows(file);
        var complaint = complaint(terminal, words);
        assertThat(rows(file)).isEqualTo(before);
        return complaint;
    }

    /** As above, for what is no matter of rows. */
    static String complaint(Terminal terminal, Object... words) {
        var standardError = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            var refused = terminal.type(words);
            assertThat(refused.status()).isOne();
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).matches(COMPLAINT).doesNotContainPattern(SECRET);
            assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
            return refused.err();
        } finally {
            System.setErr(standardError);
        }
    }

    /** Every row of every table. */
    static List<List<Object>> rows(Path file) throws SQLException {
        var rows = new ArrayList<List<Object>>();
        for (var table : query(file, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
            rows.add(table);
            rows.addAll(query(file, "SELECT * FROM \"%s\"".formatted(table.getFirst())));
        }
        return rows;
    }

    private static List<List<Object>> query(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(text(result.getObject(column))));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
    }

    static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
