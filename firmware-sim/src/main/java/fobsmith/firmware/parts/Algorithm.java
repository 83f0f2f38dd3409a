package fobsmith.firmware.parts;

/** The hash a token uses inside its HMAC (RFC 6238 section 1.2). */
public enum Algorithm {
    SHA1,
    SHA256,
    SHA512;

    String macName() {
        return "Hmac" + name();
    }
}
