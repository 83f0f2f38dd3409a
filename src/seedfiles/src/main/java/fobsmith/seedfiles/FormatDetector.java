package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Tells the format of a seed file by its first bytes, and names what it is where that is known and not read. */
final class FormatDetector {
    static final String DPX =
            "it is a DPX file of Vasco (OneSpan), whose keys only the vendor's own controller opens; ask for PSKC";

    private FormatDetector() {}

    static SeedFileFormat detect(byte[] head) {
        if (isXml(head)) {
            return isOfSafeNet(head) ? SeedFileFormat.SAFENET_XML : SeedFileFormat.PSKC;
        }
        if (QrImages.matches(head)) {
            return SeedFileFormat.QR_IMAGE;
        }
        requireText(head);
        try (var lines = new SeedLines(new ByteArrayInputStream(head))) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get().startsWith(SafeWordRecords.HEADER)) {
                    return SeedFileFormat.SAFEWORD;
                }
                if (line.get().startsWith("{")) {
                    return ofJson(head);
                }
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
        if (startsWith(head, 0, "DPX") || startsWith(head, 0, "VASCO")) {
            throw unknown(DPX);
        }
        for (byte character : head) {
            if (character == 0) {
                throw unknown("it is binary or UTF-16, as no text format here is; if %s".formatted(DPX));
            }
        }
    }

    private static SeedFileFormat ofJson(byte[] head) {
        return JsonDetector.detect(head)
                .orElseThrow(() -> unknown("it is JSON of another app than Aegis, 2FAS and FreeOTP+"));
    }

    private static Optional<SeedFileFormat> ofLine(SeedLine line) {
        if (line.startsWith("otpauth://") || line.startsWith(MigrationUri.SCHEME)) {
            return Optional.of(SeedFileFormat.OTPAUTH);
        }
        if (line.startsWith(SafeWordRecords.FIRST_LINE)) {
            return Optional.of(SeedFileFormat.SAFEWORD);
        }
        if (YubicoLog.matches(line)) {
            return Optional.of(SeedFileFormat.YUBICO_CSV);
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
        if (YubicoFlatLog.matches(line)) {
            return Optional.of(SeedFileFormat.YUBICO_FLAT_CSV);
        }
        return CsvFields.of(line, ',').size() >= 2 ? Optional.of(SeedFileFormat.OATH_CSV) : Optional.empty();
    }

    private static SeedFileException unknown(String reason) {
        return new SeedFileException.Refused("the seed file cannot be read: %s".formatted(reason));
    }
}
