package fobsmith.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hardware tokens as one looks through a hundred thousand of them: page by page, filtered, counted. Thread-safe. */
public final class Inventory {
    private final Database database;

    Inventory(Database database) {
        this.database = database;
    }

    /** So many of one product. */
    public record Product(String manufacturer, String model, long count) {}

    /** Ordered by serial number, after the given one; as quick at the end as at the beginning. */
    public Page<Token> page(TokenFilter filter, String afterSerial, int limit) {
        return database.read(query -> {
            var rows = Rows.of(query, filter, afterSerial);
            return Page.of(
                    query.list(
                            "SELECT * " + rows.sql() + " ORDER BY serial_key LIMIT ?",
                            Token::of,
                            rows.with(limit + 1).array()),
                    limit);
        });
    }

    /**
     * The serial number of every so-many-th token, in order: after each of them a page begins, so that one can go to any place
     * among them at once.
     */
    public List<String> marks(TokenFilter filter, int every) {
        return database.read(query -> {
            var rows = Rows.of(query, filter, "");
            return query.list(
                    "SELECT serial_key FROM (SELECT serial_key, row_number() OVER (ORDER BY serial_key) AS place "
                            + rows.sql() + ") AS numbered WHERE place % ? = 0 ORDER BY serial_key",
                    row -> row.text("serial_key"),
                    rows.with(every).array());
        });
    }

    public long count(TokenFilter filter) {
        return database.read(query -> {
            var rows = Rows.of(query, filter, "");
            return query.get("SELECT count(*) AS n " + rows.sql(), row -> row.number("n"), rows.array());
        });
    }

    /** How many there are in each state; states of which there is none are left out. */
    public Map<TokenState, Long> countByState(TokenFilter filter) {
        return database.read(query -> {
            var rows = Rows.of(query, filter, "");
            var counts = new EnumMap<TokenState, Long>(TokenState.class);
            query.list(
                    "SELECT state, count(*) AS n " + rows.sql() + " GROUP BY state",
                    row -> counts.put(TokenState.parse(row.text("state")), row.number("n")),
                    rows.array());
            return counts;
        });
    }

    /** What there is, by manufacturer and model. */
    public List<Product> products() {
        return database.read(query -> {
            var rows = Rows.of(query, TokenFilter.ALL, "");
            return query.list(
                    "SELECT manufacturer, model, count(*) AS n " + rows.sql()
                            + " GROUP BY manufacturer, model ORDER BY manufacturer, model",
                    row -> new Product(row.text("manufacturer"), row.text("model"), row.number("n")),
                    rows.array());
        });
    }

    /** How the database would go about a page, for whoever cares how quick it is. */
    List<String> plan(TokenFilter filter, String afterSerial) {
        return database.read(query -> {
            var rows = Rows.of(query, filter, afterSerial);
            return query.list(
                    "EXPLAIN QUERY PLAN SELECT * " + rows.sql() + " ORDER BY serial_key LIMIT ?",
                    row -> row.text("detail"),
                    rows.with(100).array());
        });
    }

    /** FROM and WHERE, with their parameters. */
    private record Rows(String sql, List<Object> parameters) {

        static Rows of(Query query, TokenFilter filter, String afterSerial) {
            var sql = new StringBuilder("FROM token WHERE kind = 'hardware'");
            var parameters = new ArrayList<Object>();
            equal("state", filter.state() == null ? null : filter.state().text(), sql, parameters);
            equal("manufacturer", filter.manufacturer(), sql, parameters);
            equal("model", filter.model(), sql, parameters);
            equal("owner_id", filter.ownerId(), sql, parameters);
            between(filter.prefix().toUpperCase(Locale.ROOT), afterSerial.toUpperCase(Locale.ROOT), sql, parameters);
            if (PendingImports.isAny(query)) {
                sql.append(" AND ").append(PendingImports.VISIBLE);
            }
            return new Rows(sql.toString(), parameters);
        }

        private static void equal(String column, @Nullable String wanted, StringBuilder sql, List<Object> parameters) {
            if (wanted != null) {
                sql.append(" AND ").append(column).append(" = ?");
                parameters.add(wanted);
            }
        }

        /** One lower bound only: the database begins its search at one. */
        private static void between(String prefix, String after, StringBuilder sql, List<Object> parameters) {
            boolean within = after.compareTo(prefix) >= 0;
            if (!prefix.isEmpty() || !after.isEmpty()) {
                sql.append(within ? " AND serial_key > ?" : " AND serial_key >= ?");
                parameters.add(within ? after : prefix);
            }
            if (!prefix.isEmpty()) {
                // No serial number has a character beyond ASCII.
                sql.append(" AND serial_key < ?");
                parameters.add(prefix + '\uffff');
            }
        }

        /** With a parameter more. */
        Rows with(Object last) {
            var all = new ArrayList<>(parameters);
            all.add(last);
            return new Rows(sql, all);
        }

        Object[] array() {
            return parameters.toArray();
        }
    }
}
