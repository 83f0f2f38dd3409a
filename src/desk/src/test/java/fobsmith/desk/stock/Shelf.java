package fobsmith.desk.stock;

import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A shelf full of fobs, made in one statement: every third is of another model, every tenth was returned. */
final class Shelf {
    static final String FIRST = "FOB-000000000";

    private Shelf() {}

    static SerialNumber serial(int number) {
        return new SerialNumber.Hardware("FOB-%09d".formatted(number));
    }

    static void fill(TestRegistry rig, int size) {
        rig.fob(FIRST);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, otp, algorithm, digits, step_seconds,
                        state, sealed_seed, key_version, seed_version, next_step, drift_ms, suspect, failures, pause_until,
                        created_at)
                    SELECT 'id' || i, printf('FOB-%%09d', i), printf('FOB-%%09d', i), kind, manufacturer,
                        CASE WHEN i %% 3 = 0 THEN 'F2' ELSE model END, otp, algorithm, digits, step_seconds,
                        CASE WHEN i %% 10 = 0 THEN 'returned' ELSE state END, sealed_seed, key_version, seed_version,
                        next_step, drift_ms, suspect, failures, pause_until, created_at
                    FROM token, n WHERE serial_key = 'FOB-000000000'""".formatted(size - 1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
