package fobsmith.seedfiles;

import org.jspecify.annotations.Nullable;

/**
 * SafeWord's authenticator records, which look like LDIF: lines {@code name: value}, a blank line between records, comments
 * from {@code #} to the line's end. The signature of a record is not checked, for it is by a key of SafeWord's own.
 */
final class SafeWordRecords implements KeyEntries {
    static final String HEADER = "# ===== SafeWord";
    static final String FIRST_LINE = "dn: sccAuthenticatorId=";

    private final SeedLines lines;
    private final ReadingTerms terms;
    private @Nullable SafeWordRecord current;
    private int position = 1;

    /** Takes the lines over. */
    SafeWordRecords(SeedLines lines, ReadingTerms terms) {
        this.lines = lines;
        this.terms = terms;
    }

    @Override
    public boolean advance() {
        closeRecord();
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var line = withoutComment(next.get());
            if (line.isEmpty() && current != null && !next.get().startsWith("#")) {
                return true;
            }
            if (!line.isEmpty()) {
                readLine(line);
            }
        }
        return current != null;
    }

    private void readLine(SeedLine line) {
        if (current == null) {
            position = line.number();
            current = new SafeWordRecord(position);
        }
        current.read(line);
    }

    private static SeedLine withoutComment(SeedLine line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.at(at) == '#') {
                return line.part(0, at);
            }
        }
        return line;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public KeyPackage key() {
        if (current == null) {
            throw new IllegalStateException("there is no record to read");
        }
        return current.key(terms);
    }

    private void closeRecord() {
        if (current != null) {
            current.close();
        }
        current = null;
    }

    @Override
    public void close() {
        closeRecord();
        lines.close();
    }
}
