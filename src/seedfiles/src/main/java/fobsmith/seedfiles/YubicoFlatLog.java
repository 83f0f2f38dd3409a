package fobsmith.seedfiles;

import java.util.List;
import java.util.Optional;

/**
 * The other log of Yubico's personalisation tool: {@code serial,public id,private id,key,access code,timestamp,}. A private id
 * of 0 means OATH-HOTP, none a static password, any other Yubico OTP; only the first is taken. Codes have 6 digits. In which
 * slot the key is, this format does not say.
 */
final class YubicoFlatLog implements LineFormat {
    private static final int FIELDS = 6;
    private static final int LONGEST_SERIAL = 64;

    private final ReadingTerms terms;

    YubicoFlatLog(ReadingTerms terms) {
        this.terms = terms;
    }

    /** Whether the line is of this format: asked of any line, which may hold a secret, so no String is made here. */
    static boolean matches(SeedLine line) {
        var fields = CsvFields.of(line, ',');
        return fields.size() >= FIELDS
                && isNumber(fields.getFirst())
                && isPrivateId(fields.get(2))
                && fields.get(3).length() >= 32
                && SeedText.isHexadecimal(fields.get(3));
    }

    private static boolean isNumber(SeedLine field) {
        for (int at = 0; at < field.length(); at++) {
            if (field.at(at) < '0' || field.at(at) > '9') {
                return false;
            }
        }
        return !field.isEmpty();
    }

    private static boolean isPrivateId(SeedLine field) {
        return field.isEmpty() || isZero(field) || (field.length() == 12 && SeedText.isHexadecimal(field));
    }

    private static boolean isZero(SeedLine field) {
        return field.length() == 1 && field.at(0) == '0';
    }

    @Override
    public Optional<KeyPackage> read(SeedLine line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        var fields = CsvFields.of(line, ',');
        if (fields.size() < FIELDS) {
            throw line.malformed("has %d fields, fewer than %d".formatted(fields.size(), FIELDS));
        }
        return Optional.of(key(line, fields));
    }

    private KeyPackage key(SeedLine line, List<SeedLine> fields) {
        if (!isZero(fields.get(2))) {
            throw line.refused("is neither a TOTP nor a HOTP key, but a Yubico OTP or a password");
        }
        var serial = fields.getFirst().text("serial", LONGEST_SERIAL);
        if (serial.isEmpty()) {
            throw line.refused("has no serial number");
        }
        var draft = new KeyDraft(line, serial);
        draft.manufacturer = "Yubico";
        draft.type = "hotp";
        return draft.finish(SeedText.hexadecimal(draft.subject(), fields.get(3)), terms);
    }
}
