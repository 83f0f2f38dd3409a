package fobsmith.seedfiles;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into fields (RFC 4180, but that a quotation mark inside a field is refused and lines do not go on). */
final class CsvFields {
    private final SeedLine line;
    private final byte delimiter;
    private final List<SeedLine> fields = new ArrayList<>();

    private CsvFields(SeedLine line, char delimiter) {
        this.line = line;
        this.delimiter = (byte) delimiter;
    }

    static List<SeedLine> of(SeedLine line, char delimiter) {
        return new CsvFields(line, delimiter).cut();
    }

    private List<SeedLine> cut() {
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.at(at) == '"') {
                quoted = !quoted;
            } else if (line.at(at) == delimiter && !quoted) {
                fields.add(unquoted(line.part(from, at)));
                from = at + 1;
            }
        }
        if (quoted) {
            throw line.malformed("a quotation mark is not closed");
        }
        fields.add(unquoted(line.part(from, line.length())));
        return fields;
    }

    private static SeedLine unquoted(SeedLine field) {
        boolean quoted = field.length() >= 2 && field.at(0) == '"' && field.at(field.length() - 1) == '"';
        var inner = quoted ? field.part(1, field.length() - 1) : field;
        for (int at = 0; at < inner.length(); at++) {
            if (inner.at(at) == '"') {
                throw field.malformed("a quotation mark inside a field");
            }
        }
        return inner;
    }
}
