package fobsmith.cli.token;

import fobsmith.provisioning.ImportPreview;
import fobsmith.provisioning.ImportReport;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import java.util.ArrayList;
import java.util.List;

/** What an import did or would do, in words. */
final class ImportText {
    static final List<String> HEADINGS = List.of("SERIAL", "MODEL", "PROFILE", "SEED", "USER");

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

    /** What is said below the rows. */
    static String of(ImportPreview preview) {
        var lines = new ArrayList<String>();
        addOmissions(lines, preview.omissions());
        lines.add("%d tokens%s; the file is %s".formatted(preview.taken(), prospect(preview), preview.signature()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String prospect(ImportPreview preview) {
        return preview.importable() || preview.taken() == 0
                ? " would be imported"
                : ", but the file as a whole would be refused without "
                        + LeniencyOptions.name(Leniency.LEAVE_OUT_UNUSABLE_KEYS);
    }

    /** A row as people and programs see it. */
    record RowView(String serial, String manufacturer, String model, String user, String profile, int seedLength) {}

    static RowView view(ImportPreview.Row row) {
        return new RowView(
                row.serial(),
                row.manufacturer(),
                row.model(),
                row.user(),
                TokenView.profile(row.profile()),
                row.seedLength());
    }

    static List<String> cells(RowView row) {
        return List.of(
                row.serial(),
                (row.manufacturer() + " " + row.model()).strip(),
                row.profile(),
                "%d bytes".formatted(row.seedLength()),
                row.user().isEmpty() ? "-" : row.user());
    }

    /** What JSON says of all rows. */
    record PreviewView(boolean importable, String signature, List<Omission> omissions) {}

    static PreviewView view(ImportPreview preview) {
        return new PreviewView(preview.importable(), preview.signature().toString(), preview.omissions());
    }
}
