package fobsmith.iam.console;

import fobsmith.oath.Base32;
import fobsmith.oath.OtpauthKey;
import fobsmith.seedfiles.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A virtual device's seed while the desk shows it to an authenticator app. This is a rim: a seed is a picture or text outside,
 * made on demand and let go. Closing it wipes the seed; nobody shows it again.
 */
public final class ShownKey implements AutoCloseable {
    private final OtpauthKey key;

    /** Takes the key over. */
    ShownKey(OtpauthKey key) {
        this.key = key;
    }

    /** The otpauth URI that a QR code is drawn of. */
    public String uri() {
        return key.reveal();
    }

    /** A QR code as a PNG image, 8 pixels a module; the caller wipes it. */
    public byte[] png() {
        return QrCode.png(key.reveal());
    }

    /** The modules of that QR code, row by row, 1 where it is black, without the white around it; the caller wipes them. */
    public byte[][] modules() {
        return QrCode.modules(key.reveal());
    }

    /** The seed in base32 for typing it into an app, in groups of four. */
    public String text() {
        byte[] base32 = key.seed().use(Base32::encode);
        try {
            return new String(base32, StandardCharsets.US_ASCII).replaceAll("(.{4})(?=.)", "$1 ");
        } finally {
            Arrays.fill(base32, (byte) 0);
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
