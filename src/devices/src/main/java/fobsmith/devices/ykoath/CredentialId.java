package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.devices.DeviceException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The name of a credential, in which clients keep what the token does not know: {@code [period/][issuer:]name}.
 *
 * @param period time step; 30 s is not written down
 * @param issuer empty where there is none
 */
public record CredentialId(Duration period, String issuer, String name) {
    static final int LONGEST = 64;
    static final Duration USUAL_PERIOD = Duration.ofSeconds(30);

    /** Yubico/yubikey-manager, yubikit/oath.py; a period beyond int is taken for a name. */
    private static final Pattern TIME_BASED = Pattern.compile("(?s)(?:(\\d{1,9})/)?(?:([^:]+):)?(.+)");

    /** What would be read back as something else: a colon ends the issuer, digits and a slash are a period. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?s)\\d+/.*|.*[:\\p{Cntrl}].*");

    /** The id of a TOTP credential. */
    static CredentialId timeBased(String text) {
        var parts = TIME_BASED.matcher(text);
        if (!parts.matches()) {
            throw new DeviceException.Malformed("the token lists a credential without a name");
        }
        var period = parts.group(1) == null ? USUAL_PERIOD : Duration.ofSeconds(Long.parseLong(parts.group(1)));
        return new CredentialId(period, parts.group(2) == null ? "" : parts.group(2), parts.group(3));
    }

    /** The id of any other credential, which has no period. */
    static CredentialId counting(String text) {
        int colon = text.indexOf(':');
        return new CredentialId(USUAL_PERIOD, colon < 0 ? "" : text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether a title stands as an issuer without being read back as anything else. */
    static boolean isIssuer(String title) {
        return !title.isEmpty() && !AMBIGUOUS.matcher(title).matches();
    }

    CredentialId withIssuer(String title) {
        return new CredentialId(period, title, name);
    }

    byte[] encoded() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return (period.equals(USUAL_PERIOD) ? "" : period.toSeconds() + "/")
                + (issuer.isEmpty() ? "" : issuer + ":")
                + name;
    }
}
