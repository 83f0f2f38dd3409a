package fobsmith.firmware.flipper;

/** All entries, as a table or with tabs between. */
final class ListCommand {
    static final String TABS = "--tsv";

    private static final String RULE = "+-----+---------------------------+--------+----+------+";
    private static final String ROW = "| %-3s | %-25.25s | %-6s | %-2s | %-4s |";
    private static final String TABBED = "%s\t%s\t%s\t%s\t%s";

    private final Entries entries;

    ListCommand(Entries entries) {
        this.entries = entries;
    }

    void run(Arguments arguments, Output output) {
        if (entries.size() == 0) {
            output.text("There are no tokens");
        } else if (arguments.word().orElse("").equalsIgnoreCase(TABS)) {
            rows(TABBED, "", output);
        } else {
            rows(ROW, RULE, output);
        }
    }

    private void rows(String row, String rule, Output output) {
        rule(rule, output);
        output.line(row.formatted("#", "Name", "Algo", "Ln", "Type"));
        rule(rule, output);
        int number = 0;
        for (var entry : entries.all()) {
            number++;
            output.line(row.formatted(
                    number,
                    entry.name(),
                    entry.hash().text(),
                    entry.digits(),
                    entry.kind().text()));
        }
        rule(rule, output);
    }

    private static void rule(String rule, Output output) {
        if (!rule.isEmpty()) {
            output.line(rule);
        }
    }
}
