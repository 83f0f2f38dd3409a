package fobsmith.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints records: for people as lines or a table, with {@code --json} for programs. */
public final class Output {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper LINES = JsonMapper.shared();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** One record; the text is for people. */
    public void print(Object record, String text) {
        out().println(json ? JSON.writeValueAsString(record) : text);
        requireWritten();
    }

    /** One of many records that come in the course of time: JSON is a line each. */
    public void printLine(Object record, String text) {
        out().println(json ? LINES.writeValueAsString(record) : text);
        requireWritten();
    }

    /** Many records as one array or one table. */
    public <T> void print(List<T> records, List<String> headings, Function<T, List<String>> cells) {
        if (json) {
            out().println(JSON.writeValueAsString(records));
        } else {
            Table.print(out(), headings, records.stream().map(cells).toList());
        }
        requireWritten();
    }

    /**
     * So many records that they are printed as they come: as a table, or as the array of this name in one object of JSON.
     * Whoever asks for it ends and closes it.
     */
    public <T> RowStream<T> stream(String name, List<String> headings, Function<T, List<String>> cells) {
        return json ? new JsonRows<>(out(), JSON, name) : new TableRows<>(out(), headings, cells);
    }

    /** A full disk or a closed pipe must not pass for success. */
    public void requireWritten() {
        if (out().checkError()) {
            throw new CliException(
                    "cannot write the answer", "look at where the output goes; the command itself was done");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
