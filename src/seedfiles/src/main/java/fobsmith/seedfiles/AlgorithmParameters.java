package fobsmith.seedfiles;

import fobsmith.oath.HmacAlgorithm;
import java.util.Set;

/** Hash and code length of a TOTP key (RFC 6030 section 4.3.4): SHA-1 and unknown until it has been read. */
final class AlgorithmParameters {
    private final XmlCursor cursor;
    private final Subject subject;
    private HmacAlgorithm algorithm = HmacAlgorithm.SHA1;
    private String digits = "";

    AlgorithmParameters(XmlCursor cursor, Subject subject) {
        this.cursor = cursor;
        this.subject = subject;
    }

    void read() {
        cursor.eachChild(Set.of("Extensions"), name -> {
            switch (name) {
                case "Suite" -> readSuite();
                case "ResponseFormat" -> readResponseFormat();
                case "ChallengeFormat" ->
                    throw subject.refused("asks for a challenge (ChallengeFormat), which TOTP does not know");
                case "Extensions" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        });
    }

    private void readSuite() {
        var text = cursor.text(64);
        try {
            algorithm = text.isEmpty() ? HmacAlgorithm.SHA1 : HmacAlgorithm.parse(text);
        } catch (IllegalArgumentException _) {
            throw subject.refused("has an unknown hash algorithm \"%s\" (Suite)".formatted(text));
        }
    }

    private void readResponseFormat() {
        var encoding = cursor.attribute("Encoding");
        if (!encoding.equals("DECIMAL")) {
            throw subject.refused("shows codes in encoding \"%s\", not DECIMAL".formatted(encoding));
        }
        var checkDigits = cursor.attribute("CheckDigits");
        if (!checkDigits.isEmpty() && !checkDigits.equals("false") && !checkDigits.equals("0")) {
            throw subject.refused("appends a check digit to its codes (CheckDigits)");
        }
        digits = cursor.attribute("Length");
        cursor.skip();
    }

    HmacAlgorithm algorithm() {
        return algorithm;
    }

    /** Not guessed where it is missing: a token with a wrong guess would be found out only at somebody's sign-in. */
    int digits() {
        if (digits.isEmpty()) {
            throw subject.refused("does not say how long its codes are (ResponseFormat/@Length)");
        }
        return subject.number("Length", digits);
    }
}
