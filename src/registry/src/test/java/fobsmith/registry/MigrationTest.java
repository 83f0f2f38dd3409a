package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of an earlier version keeps what it holds. */
class MigrationTest {
    @TempDir
    Path folder;

    private static void migrateTo(String version, Path file) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(Database.source(file))
                .locations("classpath:fobsmith/registry/schema")
                .placeholders(Map.of("bytes", "BLOB"))
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    @Test
    void theFirstVersionsDriftHistoryIsKept() throws Exception {
        var file = folder.resolve("old.db");
        migrateTo("1", file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, otp, algorithm,"
                    + " digits, step_seconds, state, seed_version, next_step, drift_ms, suspect, failures, pause_until,"
                    + " created_at) VALUES ('t', 'GAHT00000001', 'GAHT00000001', 'hardware', 'ACME', 'F1', 'totp',"
                    + " 'SHA1', 6, 30, 'imported', 3, 0, 0, 0, 0, 0, 0)");
            statement.execute(
                    "INSERT INTO drift_lesson (token_id, step, taught_by, at, earliest_ms, latest_ms, drift_ms,"
                            + " suspect) VALUES ('t', 77, 'enable', 1, 2, 3, 4, 0)");
        }
        assertThat(new Schema(file).isOutdated()).isTrue();
        new Schema(file).migrate();
        assertThat(new Schema(file).isOutdated()).isFalse();
        var rows = new ArrayList<String>();
        try (var database = new Database(file, HandTurnedClock.atStepStart())) {
            database.read(query -> query.list(
                    "SELECT seed_version, step, taught_by FROM drift_lesson",
                    row -> rows.add(
                            row.number("seed_version") + " " + row.number("step") + " " + row.text("taught_by"))));
        }
        assertThat(rows).containsExactly("3 77 enable");
    }

    @Test
    void theMarkOfAnAdministratorBecomesAPolicyAndRootAppears() throws Exception {
        var file = folder.resolve("old.db");
        migrateTo("2", file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO registry VALUES (1, '123456789012', 5, 5, 0)");
            statement.execute("INSERT INTO iam_user VALUES ('AIDA1', 'Ada', 'ada', '/', 1, 3, 4)");
            statement.execute("INSERT INTO iam_user VALUES ('AIDA2', 'bob', 'bob', '/staff/', 0, 3, 4)");
        }
        new Schema(file).migrate();
        var rows = new ArrayList<String>();
        try (var database = new Database(file, HandTurnedClock.atStepStart())) {
            database.read(query -> query.list(
                    "SELECT u.id, u.name, p.document FROM iam_user u LEFT JOIN inline_policy p ON p.owner_id = u.id"
                            + " ORDER BY u.id",
                    row -> rows.add(row.text("id") + " " + row.text("name") + " " + row.textOrNull("document"))));
        }
        assertThat(rows)
                .containsExactly(
                        "123456789012 <root_account> null",
                        "AIDA1 Ada {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                                + "\"Resource\":\"*\"}]}",
                        "AIDA2 bob null");
    }
}
