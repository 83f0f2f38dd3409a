package fobsmith.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file: any number of readers, one writer at a time in this process and, by BEGIN IMMEDIATE, among all
 * processes. A commit is on the disk (synchronous=FULL) before {@link #write} returns.
 */
final class Database implements AutoCloseable {
    private static final Duration LAG_TOLERATED = Duration.ofSeconds(2);
    private static final int BUSY_MILLIS = 10_000;
    private static final int READERS = 4;

    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final InstantSource clock;
    private final Path file;
    private final @Nullable Object identity;
    private volatile IntConsumer keyVersions = _ -> {};

    Database(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        identity = identity(file);
        writer = pool(file, 1);
        readers = pool(file, READERS);
    }

    static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(Path file, int size) {
        var config = new HikariConfig();
        config.setDataSource(source(file));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BUSY_MILLIS * 3L);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    Path file() {
        return file;
    }

    /** Device and inode; null where there is no file or the system has none. */
    private static @Nullable Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException _) {
            return null;
        }
    }

    /** SQLite goes on writing into a file that has been deleted or moved away, and all of it would be lost. */
    private void requireThere() {
        if (identity != null && !identity.equals(identity(file))) {
            throw new RegistryException.Unavailable(
                    "registry %s was deleted, moved or replaced while it was in use".formatted(file), null);
        }
    }

    /** Reads one consistent state. */
    <T> T read(Function<Query, T> work) {
        return within(readers, "BEGIN", connection -> work.apply(new Query(connection)));
    }

    /** Reads on a connection of its own, so that it may be called from within a transaction; for what is rare. */
    <T> T readApart(Function<Query, T> work) {
        try (var connection = source(file).getConnection()) {
            return work.apply(new Query(connection));
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    /** Is told, as each writing transaction begins, which data key is to be sealed with. */
    void tellKeyVersions(IntConsumer listener) {
        keyVersions = listener;
    }

    /** A copy of one consistent state; others work on meanwhile. The file is there and empty. */
    void copyInto(Path target) {
        readApart(query -> query.execute("VACUUM INTO ?", target.toString()));
    }

    /**
     * Empties the write-ahead log, which may still hold what was erased. Nobody waits for it: where others read or write just
     * now, that is left to a later checkpoint.
     */
    void scrub() {
        readApart(query -> query.find("PRAGMA busy_timeout = 50", _ -> true)
                .flatMap(_ -> query.find("PRAGMA wal_checkpoint(TRUNCATE)", _ -> true)));
    }

    /** Runs the work as one transaction; whatever it throws undoes all of it. */
    <T> T write(Function<Transaction, T> work) {
        return commit(this::begin, work);
    }

    void change(Consumer<Transaction> work) {
        write(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    /** As {@link #change}, but takes the wall clock's word against the committed time. */
    void correctClock(Consumer<Transaction> work) {
        commit(this::beginWithCorrectedClock, tx -> {
            work.accept(tx);
            return tx;
        });
    }

    /** The very first transaction, before there is a committed time. */
    void fill(Consumer<Transaction> work) {
        commit(connection -> new Transaction(connection, wall(), 0), tx -> {
            work.accept(tx);
            return tx;
        });
    }

    private <T> T commit(Function<Connection, Transaction> begin, Function<Transaction, T> work) {
        requireThere();
        return within(writer, "BEGIN IMMEDIATE", connection -> work.apply(begin.apply(connection)));
    }

    /** Explicit statements: the driver's own transactions begin the next one, and its lock, right after a commit. */
    private static <T> T within(HikariDataSource pool, String begin, Function<Connection, T> work) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(begin);
            boolean committed = false;
            try {
                var result = work.apply(connection);
                statement.execute("COMMIT");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollBack(pool, connection, statement);
                }
            }
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    /** A connection that cannot even roll back must not go back to the pool with its lock. */
    private static void rollBack(HikariDataSource pool, Connection connection, Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }

    private Transaction begin(Connection connection) {
        var wall = wall();
        var committed = Time.of(connection);
        if (wall.isBefore(committed.last().minus(LAG_TOLERATED))) {
            throw new RegistryException.ClockWentBack(wall, committed.last());
        }
        keyVersions.accept(committed.keyVersion());
        var now = wall.isAfter(committed.last()) ? wall : committed.last();
        return Time.advance(connection, now, committed.epoch());
    }

    private Transaction beginWithCorrectedClock(Connection connection) {
        return Time.advance(connection, wall(), Time.of(connection).epoch() + 1);
    }

    /** Whole milliseconds, as the database keeps them. */
    private Instant wall() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** The committed time, how often it has been corrected, and the data key of the hour. */
    private record Time(Instant last, long epoch, int keyVersion) {
        static Time of(Connection connection) {
            return new Query(connection)
                    .get(
                            "SELECT last_time, clock_epoch, data_key_version FROM registry",
                            row -> new Time(row.instant("last_time"), row.number("clock_epoch"), (int)
                                    row.number("data_key_version")));
        }

        static Transaction advance(Connection connection, Instant now, long epoch) {
            var transaction = new Transaction(connection, now, epoch);
            transaction.update("UPDATE registry SET last_time = ?, clock_epoch = ?", now, epoch);
            return transaction;
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
