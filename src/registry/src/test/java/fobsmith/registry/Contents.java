package fobsmith.registry;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Every row of every table of a database, but for the time of its last transaction. */
final class Contents {
    private Contents() {}

    static List<String> of(Path database) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var names = connection.createStatement();
                var tables = names.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND name <> 'registry' ORDER BY name")) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SELECT * FROM \"%s\"".formatted(table))) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        var row = new StringBuilder(table);
                        for (int column = 1; column <= columns; column++) {
                            var value = result.getObject(column);
                            row.append('|')
                                    .append(
                                            value instanceof byte[] bytes
                                                    ? HexFormat.of().formatHex(bytes)
                                                    : value);
                        }
                        rows.add(row.toString());
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
