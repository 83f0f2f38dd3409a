package fobsmith.provisioning;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every row of every table that holds more than the time of the last transaction. */
final class Rows {
    private Rows() {}

    static List<String> of(Path registry) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + registry);
                var names = connection.createStatement();
                var tables = names.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND name <> 'registry' ORDER BY name")) {
            var rows = new ArrayList<String>();
            while (tables.next()) {
                var table = tables.getString(1);
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SELECT * FROM \"%s\"".formatted(table))) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        var row = new StringBuilder(table);
                        for (int column = 1; column <= columns; column++) {
                            var value = result.getObject(column);
                            row.append('|').append(value instanceof byte[] bytes ? Arrays.toString(bytes) : value);
                        }
                        rows.add(row.toString());
                    }
                }
            }
            return rows;
        }
    }
}
