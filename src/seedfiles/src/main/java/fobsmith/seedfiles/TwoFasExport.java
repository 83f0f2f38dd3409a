package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.ContentCipher;
import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.PasswordDerivation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 2FAS: {@code {"services":[{"name","secret","otp":{"account","issuer","digits","period","algorithm","tokenType","counter"}}]}};
 * or {@code servicesEncrypted}, that list under AES-256-GCM by PBKDF2 of a password: base64 of the encrypted list with its
 * tag, of the salt and of the nonce, with colons between.
 */
final class TwoFasExport implements AppFormat {
    private static final int LONGEST_TEXT = 256;
    private static final int ITERATIONS = 10_000;
    private static final int KEY_LENGTH = 32;

    private final TransportKeys keys;

    TwoFasExport(TransportKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<JsonCursor> entries(String field, JsonCursor export) {
        if (field.equals("servicesEncrypted")) {
            return Optional.of(decrypted(export));
        }
        return field.equals("services") && export.atArray() ? Optional.of(export) : Optional.empty();
    }

    private JsonCursor decrypted(JsonCursor export) {
        var parts = parts(export);
        var sealed = parts.get(0);
        var nonce = parts.get(2);
        var value = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, value, nonce.length, sealed.length);
        return AppPassword.use(keys, password -> {
            try (var key = derivation(parts.get(1)).derive(password)) {
                var list = new JsonCursor(new BoundedFile(ContentCipher.AES256_GCM.decrypt(key, value)));
                list.advance();
                return list;
            } catch (GeneralSecurityException _) {
                throw AppPassword.isWrong();
            }
        });
    }

    private static List<byte[]> parts(JsonCursor export) {
        var texts = new String(export.secret("servicesEncrypted"), StandardCharsets.US_ASCII).split(":", -1);
        if (texts.length != 3) {
            throw new SeedFileException.Malformed("servicesEncrypted is not of three parts with colons between");
        }
        try {
            return Stream.of(texts).map(Base64.getDecoder()::decode).toList();
        } catch (IllegalArgumentException _) {
            throw new SeedFileException.Malformed("servicesEncrypted is not base64");
        }
    }

    private static PasswordDerivation derivation(byte[] salt) {
        try {
            return new PasswordDerivation(MacAlgorithm.HMAC_SHA256, salt, ITERATIONS, KEY_LENGTH);
        } catch (IllegalArgumentException e) {
            throw new SeedFileException.Refused(
                    "the export is encrypted by parameters out of bounds: %s".formatted(e.getMessage()));
        }
    }

    @Override
    public void readField(String field, JsonCursor cursor, AppEntry entry) {
        switch (field) {
            case "name" -> entry.issuer = entry.issuer.isEmpty() ? cursor.text(field, LONGEST_TEXT) : entry.issuer;
            case "secret" -> entry.base32(cursor.secret(field));
            case "otp" -> cursor.eachField(name -> readOtp(name, cursor, entry));
            default -> {}
        }
    }

    private static void readOtp(String field, JsonCursor cursor, AppEntry entry) {
        switch (field) {
            case "account" -> entry.account = cursor.text(field, LONGEST_TEXT);
            case "label" -> entry.account = entry.account.isEmpty() ? cursor.text(field, LONGEST_TEXT) : entry.account;
            case "issuer" -> {
                var issuer = cursor.text(field, LONGEST_TEXT);
                entry.issuer = issuer.isEmpty() ? entry.issuer : issuer;
            }
            case "digits" -> entry.digits = cursor.text(field, LONGEST_TEXT);
            case "period" -> entry.timeStep = cursor.text(field, LONGEST_TEXT);
            case "algorithm" -> entry.algorithm = cursor.text(field, LONGEST_TEXT);
            case "tokenType" -> entry.type = cursor.text(field, LONGEST_TEXT);
            case "counter" -> entry.counter = cursor.text(field, LONGEST_TEXT);
            default -> {}
        }
    }
}
