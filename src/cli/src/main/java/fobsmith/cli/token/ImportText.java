package fobsmith.cli.token;

import fobsmith.cli.Table;
import fobsmith.provisioning.ImportPreview;
import fobsmith.provisioning.ImportReport;
import fobsmith.seedfiles.Omission;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What an import did or would do, in words. */
final class ImportText {
    private static final List<String> HEADINGS = List.of("SERIAL", "MODEL", "PROFILE", "SEED", "USER");

    private ImportText() {}

    static String of(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add("%d tokens imported, %d were in stock already".formatted(report.added(), report.known()));
        if (report.retired() > 0) {
            lines.add("%d tokens are retired and stay so".formatted(report.retired()));
        }
        if (report.replaced() > 0) {
            lines.add("%d tokens have another seed than before".formatted(report.replaced()));
        }
        if (report.reserved() > 0) {
            lines.add("%d tokens reserved".formatted(report.reserved()));
        }
        if (report.resumedAfter() > 0) {
            lines.add("%d of them were taken before the import was broken off".formatted(report.resumedAfter()));
        }
        addOmissions(lines, report.omissions());
        if (report.signedButNotVerified()) {
            lines.add("note: the file bears a signature, which was not verified");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void addOmissions(List<String> lines, List<Omission> omissions) {
        omissions.forEach(omission ->
                lines.add("not imported: line or entry %d: %s".formatted(omission.line(), omission.reason())));
    }

    static String of(ImportPreview preview) {
        var table = new StringWriter();
        Table.print(
                new PrintWriter(table),
                HEADINGS,
                preview.rows().stream().map(ImportText::cells).toList());
        var lines = new ArrayList<String>();
        lines.add(table.toString().stripTrailing());
        addOmissions(lines, preview.omissions());
        lines.add("%d tokens%s; the file is %s"
                .formatted(
                        preview.rows().size(),
                        preview.importable() ? " would be imported" : ", but the file as a whole would be refused",
                        preview.signature()));
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> cells(ImportPreview.Row row) {
        return List.of(
                row.serial(),
                (row.manufacturer() + " " + row.model()).strip(),
                TokenView.profile(row.profile()),
                "%d bytes".formatted(row.seedLength()),
                row.user().isEmpty() ? "-" : row.user());
    }

    /** A row as JSON. */
    record RowView(String serial, String manufacturer, String model, String user, String profile, int seedLength) {}

    /** A preview as JSON. */
    record PreviewView(boolean importable, String signature, List<RowView> tokens, List<Omission> omissions) {}

    static PreviewView view(ImportPreview preview) {
        var rows = preview.rows().stream()
                .map(row -> new RowView(
                        row.serial(),
                        row.manufacturer(),
                        row.model(),
                        row.user(),
                        TokenView.profile(row.profile()),
                        row.seedLength()))
                .toList();
        return new PreviewView(preview.importable(), preview.signature().toString(), rows, preview.omissions());
    }
}
