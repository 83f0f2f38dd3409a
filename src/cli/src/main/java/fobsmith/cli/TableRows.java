package fobsmith.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows as a table. Its columns are as wide as the first rows need, which wait for that. */
final class TableRows<T> implements RowStream<T> {
    /** So many rows are waited for; where there are no more the table is as if all were known. */
    static final int FIRST = 500;

    private final PrintWriter out;
    private final List<String> headings;
    private final Function<T, List<String>> cells;
    private final List<List<String>> waiting = new ArrayList<>();
    private int[] widths = new int[0];

    TableRows(PrintWriter out, List<String> headings, Function<T, List<String>> cells) {
        this.out = out;
        this.headings = headings;
        this.cells = cells;
    }

    @Override
    public void add(T row) {
        if (widths.length > 0) {
            out.println(Table.line(cells.apply(row), widths));
            return;
        }
        waiting.add(cells.apply(row));
        if (waiting.size() == FIRST) {
            begin();
        }
    }

    private void begin() {
        widths = Table.widths(headings, waiting);
        out.println(Table.line(headings, widths));
        waiting.forEach(row -> out.println(Table.line(row, widths)));
        waiting.clear();
    }

    @Override
    public void end(Object record, String text) {
        if (widths.length == 0) {
            begin();
        }
        out.println(text);
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
