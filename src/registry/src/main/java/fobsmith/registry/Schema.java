package fobsmith.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The tables, by version: Flyway's scripts beside this class. */
final class Schema {
    private final Path file;
    private final Flyway flyway;

    Schema(Path file) {
        this(file, "classpath:fobsmith/registry/schema");
    }

    Schema(Path file, String scripts) {
        this.file = file;
        DataSource source = Database.source(file);
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(scripts)
                .placeholders(Map.of("bytes", "BLOB"))
                .cleanDisabled(true)
                .load();
    }

    /** Looks without touching: a file that is something else stays as it is. */
    void requireRegistry() {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT count(*) FROM sqlite_master WHERE type = 'table'"
                        + " AND name IN ('registry', 'flyway_schema_history')")) {
            if (!tables.next() || tables.getInt(1) != 2) {
                throw notARegistry();
            }
        } catch (SQLException e) {
            throw notARegistry();
        }
    }

    private RegistryException notARegistry() {
        return new RegistryException.NotFound("%s is not a registry".formatted(file));
    }

    /** Whether scripts wait to be run; refuses what a newer fobsmith wrote. */
    boolean isOutdated() {
        try {
            var theirs = latest(flyway.info().applied()).orElseThrow(this::notARegistry);
            var ours = latest(Arrays.stream(flyway.info().all())
                            .filter(info -> info.getState().isResolved())
                            .toArray(MigrationInfo[]::new))
                    .orElseThrow();
            if (theirs.compareTo(ours) > 0) {
                throw new RegistryException.NewerVersion(file, theirs.getVersion(), ours.getVersion());
            }
            return theirs.compareTo(ours) < 0;
        } catch (FlywayException e) {
            throw notARegistry();
        }
    }

    /** Only under an exclusive lease. */
    void migrate() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new RegistryException.Unavailable(
                    "cannot migrate registry %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<MigrationVersion> latest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations).map(MigrationInfo::getVersion).max(MigrationVersion::compareTo);
    }
}
