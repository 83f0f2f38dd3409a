package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;

/** Tells the format of a seed file by its first bytes, and names what is known and not read. */
final class FormatDetector {
    /** Beginnings of what cannot be read, and what to do about it. */
    private static final Map<String, String> NOT_READ = Map.of(
            "-----BEGIN PGP", "it is encrypted by OpenPGP; decrypt it first",
            "# ===== SafeWord", "it holds SafeWord records, which are not read",
            "LOGGING START", "it is a log of Yubico's programs, which is not read",
            "Yubico OTP,", "it is a log of Yubico's programs, which is not read",
            "OATH-HOTP,", "it is a log of Yubico's programs, which is not read",
            "Static Password,", "it is a log of Yubico's programs, which is not read",
            "otpauth-migration:", "it is an export of Google Authenticator, which is not read",
            "{", "it is JSON, perhaps an app's export, which is not read");

    private FormatDetector() {}

    static SeedFileFormat detect(byte[] head) {
        if (isXml(head)) {
            return isOfSafeNet(head) ? SeedFileFormat.SAFENET_XML : SeedFileFormat.PSKC;
        }
        requireText(head);
        try (var lines = new SeedLines(new ByteArrayInputStream(head))) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                requireRead(line.get());
                if (!line.get().isEmpty() && !line.get().startsWith("#")) {
                    return ofLine(line.get())
                            .orElseThrow(() -> unknown("its first line is of no format that is known"));
                }
            }
        }
        throw new SeedFileException.Malformed("the file is empty");
    }

    /** The first character that is no blank, in whatever encoding XML comes in. */
    private static boolean isXml(byte[] head) {
        for (byte character : head) {
            boolean passedOver = character == 0
                    || character == ' '
                    || character == '\t'
                    || character == '\r'
                    || character == '\n'
                    || character < 0;
            if (!passedOver) {
                return character == '<';
            }
        }
        return false;
    }

    /** Whether the first element is called Tokens; comments and declarations before it begin otherwise. */
    private static boolean isOfSafeNet(byte[] head) {
        for (int at = 0; at + 1 < head.length; at++) {
            if (head[at] == '<' && Character.isLetter(head[at + 1])) {
                return startsWith(head, at + 1, "Tokens");
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int from, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (from + i >= bytes.length || bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void requireText(byte[] head) {
        for (byte character : head) {
            if (character == 0) {
                throw unknown("it is binary or UTF-16, as no text format here is; a DPX file of Vasco is opened by the"
                        + " vendor's own controller only");
            }
        }
    }

    private static void requireRead(SeedLine line) {
        NOT_READ.forEach((beginning, reason) -> {
            if (line.startsWith(beginning)) {
                throw unknown(reason);
            }
        });
    }

    private static Optional<SeedFileFormat> ofLine(SeedLine line) {
        if (line.startsWith("otpauth://")) {
            return Optional.of(SeedFileFormat.OTPAUTH);
        }
        if (EntraCsv.isHeader(line)) {
            return Optional.of(SeedFileFormat.ENTRA_CSV);
        }
        if (MultiOtpCsv.matches(line, ';')) {
            return Optional.of(SeedFileFormat.MULTIOTP_SEMICOLON);
        }
        if (MultiOtpCsv.matches(line, ',')) {
            return Optional.of(SeedFileFormat.MULTIOTP_COMMA);
        }
        if (MultiOtpCsv.matches(line, '\t')) {
            return Optional.of(SeedFileFormat.MULTIOTP_TAB);
        }
        return CsvFields.of(line, ',').size() >= 2 ? Optional.of(SeedFileFormat.OATH_CSV) : Optional.empty();
    }

    private static SeedFileException unknown(String reason) {
        return new SeedFileException.Refused("the seed file cannot be read: %s".formatted(reason));
    }
}
