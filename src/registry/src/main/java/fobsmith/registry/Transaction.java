package fobsmith.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A writing transaction: committed when its work returns, rolled back when it throws. One thread. */
final class Transaction extends Query {
    private final Instant now;
    private final long clockEpoch;

    Transaction(Connection connection, Instant now, long clockEpoch) {
        super(connection);
        this.now = now;
        this.clockEpoch = clockEpoch;
    }

    /** The time of this transaction; never before that of an earlier one. */
    Instant now() {
        return now;
    }

    /** How often the clock has been corrected: drift is never learned across a correction. */
    long clockEpoch() {
        return clockEpoch;
    }

    /** What this connection deletes or replaces from now on is overwritten in the file. */
    void eraseWhatIsDeleted() {
        find("PRAGMA secure_delete = ON", _ -> true);
    }

    /** Runs the same statement with each of these parameters, prepared once. */
    void updateEach(String sql, List<@Nullable Object[]> rows) {
        try (var statement = prepare(sql)) {
            for (var parameters : rows) {
                bind(statement, parameters);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    /** Number of rows changed. */
    int update(String sql, @Nullable Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }
}
