package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    private final StringWriter printed = new StringWriter();
    private final TableRows<List<String>> rows =
            new TableRows<>(new PrintWriter(printed, true), List.of("A", "B"), row -> row);

    @Test
    void fewRowsAreATableAsWideAsTheWidest() {
        rows.add(List.of("1", "2"));
        assertThat(printed.toString()).as("it may have to be wider").isEmpty();
        rows.add(List.of("long", "3"));
        rows.end("", "two");
        assertThat(printed.toString()).isEqualTo("A     B\n1     2\nlong  3\ntwo\n");
    }

    @Test
    void manyRowsArePrintedAsTheyCome() {
        for (int i = 0; i < TableRows.FIRST; i++) {
            rows.add(List.of("1", "2"));
        }
        assertThat(printed.toString().lines()).hasSize(TableRows.FIRST + 1);
        rows.add(List.of("wider", "3"));
        assertThat(printed.toString()).endsWith("1  2\nwider  3\n");
        rows.end("", "the end");
        assertThat(printed.toString()).endsWith("wider  3\nthe end\n");
    }

    @Test
    void rowsThatNoEndFollowsAreNotShown() {
        rows.add(List.of("1", "2"));
        rows.close();
        assertThat(printed.toString()).isEmpty();
    }
}
