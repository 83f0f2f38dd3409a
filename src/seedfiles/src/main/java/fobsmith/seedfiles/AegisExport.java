package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.ContentCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Aegis: {@code {"version":1,"header":{"slots","params"},"db":{"entries":[{"type","name","issuer","info":{"secret","algo",
 * "digits","period","counter"}}]}}}; or {@code db} as base64 of that object under AES-256-GCM, whose key stands in the header,
 * encrypted by passwords ({@link AegisHeader}).
 */
final class AegisExport implements AppFormat {
    private static final int LONGEST_TEXT = 256;

    private final TransportKeys keys;
    private final AegisHeader header = new AegisHeader();

    AegisExport(TransportKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<JsonCursor> entries(String field, JsonCursor export) {
        if (field.equals("header") && export.atObject()) {
            export.eachField(name -> header.readField(name, export));
        }
        if (!field.equals("db")) {
            return Optional.empty();
        }
        return Optional.of(list(export.atObject() ? export : decrypted(export)));
    }

    private static JsonCursor list(JsonCursor database) {
        database.requireObject();
        int depth = database.depth();
        while (database.nextField(depth)) {
            if (database.name().equals("entries")) {
                return database;
            }
        }
        throw new SeedFileException.Malformed("the export holds no list of entries");
    }

    private JsonCursor decrypted(JsonCursor export) {
        var text = export.secret("db");
        try (var master = AppPassword.use(keys, header::masterKey)) {
            var sealed = header.database().sealed(Base64.getDecoder().decode(text));
            var database = new JsonCursor(new BoundedFile(ContentCipher.AES256_GCM.decrypt(master, sealed)));
            database.advance();
            return database;
        } catch (GeneralSecurityException _) {
            throw AppPassword.isWrong();
        } catch (IllegalArgumentException _) {
            throw new SeedFileException.Malformed("the export's database is not base64");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    @Override
    public void readField(String field, JsonCursor cursor, AppEntry entry) {
        switch (field) {
            case "type" -> entry.type = cursor.text(field, LONGEST_TEXT);
            case "name" -> entry.account = cursor.text(field, LONGEST_TEXT);
            case "issuer" -> entry.issuer = cursor.text(field, LONGEST_TEXT);
            case "info" -> cursor.eachField(name -> readInfo(name, cursor, entry));
            default -> {}
        }
    }

    private static void readInfo(String field, JsonCursor cursor, AppEntry entry) {
        switch (field) {
            case "secret" -> entry.base32(cursor.secret(field));
            case "algo" -> entry.algorithm = cursor.text(field, LONGEST_TEXT);
            case "digits" -> entry.digits = cursor.text(field, LONGEST_TEXT);
            case "period" -> entry.timeStep = cursor.text(field, LONGEST_TEXT);
            case "counter" -> entry.counter = cursor.text(field, LONGEST_TEXT);
            default -> {}
        }
    }
}
