package fobsmith.oath;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The values of an {@code otpauth://} key URI: seed, profile, and whom the key belongs to. The URI itself is a rim where a
 * seed is a String, since QR images and authenticator apps take nothing else; it is made on demand and never kept. Owns its
 * seed: closing the key wipes it.
 */
public final class OtpauthKey implements AutoCloseable {
    private final Seed seed;
    private final OtpProfile profile;
    private final String issuer;
    private final String account;

    /** Takes the seed over. An empty issuer means none. */
    public OtpauthKey(Seed seed, OtpProfile profile, String issuer, String account) {
        this.seed = seed;
        this.profile = profile;
        this.issuer = issuer;
        this.account = account;
    }

    /** Reads a URI as strictly as its secret deserves and as leniently as its labels need. */
    public static OtpauthKey parse(String uri) {
        return OtpauthReader.read(uri);
    }

    public Seed seed() {
        return seed;
    }

    public OtpProfile profile() {
        return profile;
    }

    public String issuer() {
        return issuer;
    }

    public String account() {
        return account;
    }

    /** The URI in full, secret included. Values that every app assumes (SHA-1, 6 digits, 30 s) are left out, as AWS does. */
    public String reveal() {
        var label = issuer.isEmpty() ? encode(account) : encode(issuer) + ":" + encode(account);
        var uri = new StringBuilder("otpauth://%s/%s?secret=".formatted(type(), label));
        byte[] base32 = seed.use(Base32::encode);
        uri.append(new String(base32, StandardCharsets.US_ASCII));
        Arrays.fill(base32, (byte) 0);
        if (!issuer.isEmpty()) {
            uri.append("&issuer=").append(encode(issuer));
        }
        return uri.append(deviations()).toString();
    }

    private String type() {
        return switch (profile) {
            case OtpProfile.Totp _ -> "totp";
            case OtpProfile.Hotp _ -> "hotp";
        };
    }

    private String deviations() {
        var text = new StringBuilder();
        if (profile.algorithm() != HmacAlgorithm.SHA1) {
            text.append("&algorithm=").append(profile.algorithm());
        }
        if (profile.digits() != 6) {
            text.append("&digits=").append(profile.digits());
        }
        switch (profile) {
            case OtpProfile.Totp totp
            when totp.timeStep().toSeconds() != 30 ->
                text.append("&period=").append(totp.timeStep().toSeconds());
            case OtpProfile.Totp _ -> {}
            case OtpProfile.Hotp _ -> text.append("&counter=0");
        }
        return text.toString();
    }

    /** Percent-encoding of RFC 3986, not of forms: a blank is %20. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "OtpauthKey[%s, issuer \"%s\", account \"%s\", %s]"
                .formatted(type().toUpperCase(Locale.ROOT), issuer, account, seed);
    }
}
