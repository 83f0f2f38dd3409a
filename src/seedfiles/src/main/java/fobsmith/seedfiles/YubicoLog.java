package fobsmith.seedfiles;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The log that Yubico's personalisation tool writes by default: {@code OATH-HOTP,date,slot,token identifier,,key,...} and
 * further columns of which the twelfth is the code length. The token identifier stands for the serial number, which this
 * format does not hold. Keys of Yubico OTP and static passwords are neither TOTP nor HOTP, and are refused.
 */
final class YubicoLog implements LineFormat {
    private static final String HOTP = "OATH-HOTP";
    private static final Set<String> OTHERS = Set.of("Yubico OTP", "Static Password", "Challenge-Response");
    private static final String START = "LOGGING START";
    private static final int FIELDS = 6;
    private static final int DIGITS = 11;
    private static final int LONGEST_SERIAL = 64;

    private final ReadingTerms terms;

    YubicoLog(ReadingTerms terms) {
        this.terms = terms;
    }

    /** Whether the line begins as those of this log do. */
    static boolean matches(SeedLine line) {
        return line.startsWith(START) || line.startsWith(HOTP + ",") || isOfAnotherKind(line);
    }

    private static boolean isOfAnotherKind(SeedLine line) {
        return OTHERS.stream().anyMatch(line::startsWith);
    }

    @Override
    public Optional<KeyPackage> read(SeedLine line) {
        if (line.startsWith(START)) {
            return Optional.empty();
        }
        if (isOfAnotherKind(line)) {
            throw line.refused("is neither a TOTP nor a HOTP key, but a Yubico OTP, a password or a challenge");
        }
        var fields = CsvFields.of(line, ',');
        if (!line.startsWith(HOTP + ",") || fields.size() < FIELDS) {
            throw line.malformed("is no line of Yubico's log with an OATH-HOTP key");
        }
        return Optional.of(key(line, fields));
    }

    private KeyPackage key(SeedLine line, List<SeedLine> fields) {
        var identifier = fields.get(3).text("token identifier", LONGEST_SERIAL);
        if (identifier.isEmpty()) {
            throw line.refused("has no token identifier, which stands for the serial number");
        }
        var draft = new KeyDraft(line, identifier);
        draft.manufacturer = "Yubico";
        draft.type = "hotp";
        draft.keyId = identifier + ":" + fields.get(2).text("slot", 2);
        draft.digits = digits(fields);
        return draft.finish(SeedText.hexadecimal(draft.subject(), fields.get(5)), terms);
    }

    /** Older logs do not say it, and the tool's default is 6. */
    private static String digits(List<SeedLine> fields) {
        var text = fields.size() > DIGITS ? fields.get(DIGITS).text("digits", 8) : "";
        return text.equals("0") ? "" : text;
    }
}
