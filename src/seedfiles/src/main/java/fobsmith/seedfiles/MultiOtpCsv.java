package fobsmith.seedfiles;

import java.util.List;
import java.util.Optional;

/** {@code serial;manufacturer;algorithm;hexseed;digits;interval or next event}, with semicolons, commas or tabs: multiOTP's. */
final class MultiOtpCsv implements LineFormat {
    private static final int FIELDS = 6;
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_TEXT = 256;

    private final char delimiter;
    private final ReadingTerms terms;

    MultiOtpCsv(char delimiter, ReadingTerms terms) {
        this.delimiter = delimiter;
        this.terms = terms;
    }

    /** Whether the line is of this format: OATH's CSV has the code length where this has the seed. */
    static boolean matches(SeedLine line, char delimiter) {
        var fields = CsvFields.of(line, delimiter);
        return fields.size() >= FIELDS
                && fields.get(2).length() == 4
                && fields.get(3).length() >= 16
                && SeedText.isHexadecimal(fields.get(3));
    }

    @Override
    public Optional<KeyPackage> read(SeedLine line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        var fields = CsvFields.of(line, delimiter);
        if (fields.size() < FIELDS) {
            throw line.malformed("has %d fields, fewer than %d".formatted(fields.size(), FIELDS));
        }
        return Optional.of(key(line, fields));
    }

    private KeyPackage key(SeedLine line, List<SeedLine> fields) {
        var serial = fields.getFirst().text("serial", LONGEST_SERIAL);
        if (serial.isEmpty()) {
            throw line.refused("has no serial number");
        }
        var draft = new KeyDraft(line, serial);
        draft.manufacturer = fields.get(1).text("manufacturer", LONGEST_TEXT);
        draft.type = fields.get(2).text("algorithm", LONGEST_TEXT);
        draft.digits = fields.get(4).text("digits", LONGEST_TEXT);
        var factor = fields.get(5).text("interval or event", LONGEST_TEXT);
        if (draft.type.equalsIgnoreCase("totp")) {
            draft.timeStep = factor;
        } else {
            draft.counter = factor;
        }
        return draft.finish(SeedText.hexadecimal(draft.subject(), fields.get(3)), terms);
    }
}
