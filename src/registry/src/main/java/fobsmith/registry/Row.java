package fobsmith.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a result, by column name; valid only while the query that produced it runs. */
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) {
        return present(column, textOrNull(column));
    }

    @Nullable
    String textOrNull(String column) {
        return get(() -> result.getString(column));
    }

    long number(String column) {
        return get(() -> result.getLong(column));
    }

    @Nullable
    Long numberOrNull(String column) {
        long number = number(column);
        return get(result::wasNull) ? null : number;
    }

    @Nullable
    Integer integerOrNull(String column) {
        var number = numberOrNull(column);
        return number == null ? null : Math.toIntExact(number);
    }

    boolean flag(String column) {
        return number(column) != 0;
    }

    Instant instant(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    @Nullable
    Instant instantOrNull(String column) {
        var millis = numberOrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    byte[] bytes(String column) {
        return present(column, get(() -> result.getBytes(column)));
    }

    boolean isNull(String column) {
        get(() -> result.getObject(column));
        return get(result::wasNull);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new RegistryException.Unavailable("column %s of the registry is empty".formatted(column), null);
        }
        return value;
    }

    private static <T extends @Nullable Object> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw RegistryException.Unavailable.because(e);
        }
    }

    private interface Getter<T extends @Nullable Object> {
        T get() throws SQLException;
    }
}
