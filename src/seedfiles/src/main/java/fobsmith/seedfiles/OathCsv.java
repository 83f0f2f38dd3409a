package fobsmith.seedfiles;

import java.util.List;
import java.util.Optional;

/**
 * {@code serial, hexkey[, type[, digits[, step or counter[, hash]]]]}, as privacyIDEA and LinOTP write it. Without a type it
 * is HOTP, as there; without a hash SHA-1. After {@code # version:2} user, resolver and realm come first.
 */
final class OathCsv implements LineFormat {
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_FIELDS = 6;
    private static final int USER_FIELDS = 3;

    private final ReadingTerms terms;
    private boolean withUsers;

    OathCsv(ReadingTerms terms) {
        this.terms = terms;
    }

    @Override
    public Optional<KeyPackage> read(SeedLine line) {
        if (line.startsWith("#")) {
            withUsers |= line.number() == 1 && isVersion2(line);
            return Optional.empty();
        }
        var fields = CsvFields.of(line, ',');
        int first = withUsers ? USER_FIELDS : 0;
        if (fields.size() < first + 2) {
            throw line.malformed("has %d fields, fewer than serial and key take".formatted(fields.size()));
        }
        var user = withUsers ? fields.getFirst().text("user", LONGEST_TEXT) : "";
        return Optional.of(key(line, fields.subList(first, fields.size()), user));
    }

    private static boolean isVersion2(SeedLine line) {
        return line.text("comment", SeedLines.LONGEST).replace(" ", "").equalsIgnoreCase("#version:2");
    }

    private KeyPackage key(SeedLine line, List<SeedLine> fields, String user) {
        if (fields.size() > MOST_FIELDS) {
            throw line.malformed("has %d fields more than this format knows".formatted(fields.size() - MOST_FIELDS));
        }
        var serial = fields.getFirst().text("serial", LONGEST_SERIAL);
        if (serial.isEmpty()) {
            throw line.refused("has no serial number");
        }
        var draft = new KeyDraft(line, serial);
        draft.userId = user;
        draft.type = text(fields, 2, "");
        if (draft.type.isEmpty()) {
            draft.type = "hotp";
            draft.typeAssumed = true;
        }
        draft.digits = text(fields, 3, "");
        if (draft.type.equalsIgnoreCase("totp")) {
            draft.timeStep = text(fields, 4, "");
        } else {
            draft.counter = text(fields, 4, "");
        }
        draft.algorithm = text(fields, 5, "");
        return draft.finish(SeedText.hexadecimal(draft.subject(), fields.get(1)), terms);
    }

    private static String text(List<SeedLine> fields, int index, String otherwise) {
        var text = index < fields.size() ? fields.get(index).text("field " + (index + 1), LONGEST_TEXT) : "";
        return text.isEmpty() ? otherwise : text;
    }
}
