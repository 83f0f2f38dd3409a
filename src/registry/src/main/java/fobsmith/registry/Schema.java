package fobsmith.registry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

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

    /** Whether scripts wait to be run; refuses what a newer fobsmith wrote, and files that are no registry. */
    boolean isOutdated() {
        try {
            var theirs = latest(flyway.info().applied())
                    .orElseThrow(() -> new RegistryException.NotFound("%s is not a registry".formatted(file)));
            var ours = latest(Arrays.stream(flyway.info().all())
                            .filter(info -> info.getState().isResolved())
                            .toArray(MigrationInfo[]::new))
                    .orElseThrow();
            if (theirs.compareTo(ours) > 0) {
                throw new RegistryException.NewerVersion(file, theirs.getVersion(), ours.getVersion());
            }
            return theirs.compareTo(ours) < 0;
        } catch (FlywayException e) {
            throw new RegistryException.NotFound("%s is not a registry".formatted(file));
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
