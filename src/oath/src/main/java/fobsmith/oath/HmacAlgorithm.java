package fobsmith.oath;

import java.util.Locale;

/** The hash inside the HMAC: RFC 4226 knows SHA-1 only, RFC 6238 section 1.2 adds SHA-256 and SHA-512. */
public enum HmacAlgorithm {
    SHA1,
    SHA256,
    SHA512;

    String macName() {
        return "Hmac" + name();
    }

    /** Reads {@code SHA1}, {@code sha-256}, {@code HmacSHA512}: the spellings that URIs and vendors' files use. */
    public static HmacAlgorithm parse(String text) {
        var name = text.toUpperCase(Locale.ROOT).replace("-", "").replace("HMAC", "");
        for (var algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("unknown hash algorithm \"%s\"".formatted(text));
    }
}
