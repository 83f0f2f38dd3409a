package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Tells whose export a JSON file is, by the names of its outermost fields as far as the file's first bytes show them. */
final class JsonDetector {
    private JsonDetector() {}

    /** The format, or nothing where no field tells it. */
    static Optional<SeedFileFormat> detect(byte[] head) {
        try (var cursor = new JsonCursor(new ByteArrayInputStream(head))) {
            cursor.advance();
            cursor.requireObject();
            while (cursor.nextField(1)) {
                var format = byField(cursor.name());
                if (format.isPresent()) {
                    return format;
                }
            }
            return Optional.empty();
        } catch (SeedFileException _) {
            // broken, or cut off where the first bytes end
            return Optional.empty();
        }
    }

    private static Optional<SeedFileFormat> byField(String name) {
        return switch (name) {
            case "header", "db" -> Optional.of(SeedFileFormat.AEGIS_JSON);
            case "services", "servicesEncrypted", "schemaVersion", "appVersionCode", "appVersionName", "appOrigin" ->
                Optional.of(SeedFileFormat.TWOFAS_JSON);
            case "tokens", "tokenOrder" -> Optional.of(SeedFileFormat.FREEOTP_PLUS_JSON);
            default -> Optional.empty();
        };
    }
}
