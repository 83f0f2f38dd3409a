package fobsmith.seedfiles;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV that Entra ID takes and Token2 delivers: {@code upn,serial number,secret key,time interval,manufacturer,model},
 * told by their names and in any order, and a hash function in newer ones. The secret is base32; codes have 6 digits.
 */
final class EntraCsv implements LineFormat {
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_TEXT = 256;
    private static final List<String> NEEDED = List.of("serialnumber", "secretkey", "timeinterval");

    private final ReadingTerms terms;
    private final Map<String, Integer> columns = new HashMap<>();

    EntraCsv(ReadingTerms terms) {
        this.terms = terms;
    }

    /** Asked of any line, which may hold a secret: no String is made here. */
    static boolean isHeader(SeedLine line) {
        var fields = CsvFields.of(line, ',');
        return NEEDED.stream().allMatch(name -> fields.stream().anyMatch(field -> isNamed(field, name)));
    }

    private static boolean isNamed(SeedLine field, String name) {
        int matched = 0;
        for (int at = 0; at < field.length(); at++) {
            int character = Character.toLowerCase(field.at(at));
            if (character != ' ' && character != '_' && character != '-') {
                if (matched == name.length() || character != name.charAt(matched)) {
                    return false;
                }
                matched++;
            }
        }
        return matched == name.length();
    }

    private static List<String> names(SeedLine line) {
        return CsvFields.of(line, ',').stream()
                .map(field -> field.text("header", LONGEST_TEXT).toLowerCase(Locale.ROOT))
                .map(name -> name.replaceAll("[ _-]", ""))
                .toList();
    }

    @Override
    public Optional<KeyPackage> read(SeedLine line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            readHeader(line);
            return Optional.empty();
        }
        var fields = CsvFields.of(line, ',');
        if (fields.size() != columns.size()) {
            throw line.malformed("has %d fields, and the header %d".formatted(fields.size(), columns.size()));
        }
        return Optional.of(key(line, fields));
    }

    private void readHeader(SeedLine line) {
        if (!isHeader(line)) {
            throw new SeedFileException.Malformed(
                    "line %d: the header lacks serial number, secret key or time interval".formatted(line.number()));
        }
        for (var name : names(line)) {
            if (columns.putIfAbsent(name, columns.size()) != null) {
                throw new SeedFileException.Malformed(
                        "line %d: the header names a column twice".formatted(line.number()));
            }
        }
    }

    private KeyPackage key(SeedLine line, List<SeedLine> fields) {
        var serial = text(fields, "serialnumber", LONGEST_SERIAL);
        if (serial.isEmpty()) {
            throw line.refused("has no serial number");
        }
        var draft = new KeyDraft(line, serial);
        draft.userId = text(fields, "upn", LONGEST_TEXT);
        draft.manufacturer = text(fields, "manufacturer", LONGEST_TEXT);
        draft.model = text(fields, "model", LONGEST_TEXT);
        draft.timeStep = text(fields, "timeinterval", LONGEST_TEXT);
        draft.algorithm = text(fields, "hashfunction", LONGEST_TEXT);
        return draft.finish(
                SeedText.base32(draft.subject(), field(fields, "secretkey").orElseThrow()), terms);
    }

    private String text(List<SeedLine> fields, String column, int longest) {
        return field(fields, column).map(field -> field.text(column, longest)).orElse("");
    }

    private Optional<SeedLine> field(List<SeedLine> fields, String column) {
        return Optional.ofNullable(columns.get(column)).map(fields::get);
    }
}
