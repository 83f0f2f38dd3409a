package fobsmith.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection. Parameters: text, numbers, byte arrays, {@link Instant} as milliseconds, null. */
class Query {
    private final Connection connection;

    Query(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> list(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        try (var statement = prepare(sql, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
                rows.add(mapper.apply(row));
            }
            return rows;
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    <T> Optional<T> find(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /** For queries that always have a row, such as counts. */
    <T> T get(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        return find(sql, mapper, parameters)
                .orElseThrow(() -> new RegistryException.Unavailable("the registry lacks a row it must have", null));
    }

    /** For statements that are neither queries nor changes. */
    boolean execute(String sql, @Nullable Object... parameters) {
        try (var statement = prepare(sql, parameters)) {
            return statement.execute();
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(index, null);
            case String text -> statement.setString(index, text);
            case Instant instant -> statement.setLong(index, instant.toEpochMilli());
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }
}
