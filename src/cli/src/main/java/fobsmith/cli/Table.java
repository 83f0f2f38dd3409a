package fobsmith.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns as wide as their widest cell. */
public final class Table {
    private Table() {}

    public static void print(PrintWriter out, List<String> headings, List<List<String>> rows) {
        var widths = widths(headings, rows);
        out.println(line(headings, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    static int[] widths(List<String> headings, List<List<String>> rows) {
        return IntStream.range(0, headings.size())
                .map(column -> Stream.concat(Stream.of(headings), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** A cell that is wider than its column moves those behind it. */
    static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i))
                    .repeat(' ', Math.max(0, widths[i] - cells.get(i).length()) + 2);
        }
        return line.toString().stripTrailing();
    }
}
