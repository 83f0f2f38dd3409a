package fobsmith.seedfiles;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthFault;
import fobsmith.oath.OtpauthKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads {@code otpauth} URIs. The account stands for the serial number, since a URI has no other. This is a rim:
 * a URI is text, and so is the secret in it until it has been read.
 */
final class OtpauthUri {
    private static final Pattern COUNTER = Pattern.compile("[?&]counter=([^&]*)");

    private final ReadingTerms terms;

    OtpauthUri(ReadingTerms terms) {
        this.terms = terms;
    }

    KeyPackage key(SeedLine line) {
        var uri = line.text("URI", SeedLines.LONGEST);
        var scheme = uri.toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("otpauth://totp/") && !scheme.startsWith("otpauth://hotp/")) {
            throw line.refused("is no otpauth URI of a TOTP or HOTP key");
        }
        try {
            return draft(line, OtpauthKey.parse(uri), uri);
        } catch (OtpauthFault fault) {
            // Its message may quote what stands where a number should, and that may be the secret.
            throw line.malformed("cannot be read as an otpauth URI: faulty %s".formatted(fault.part()));
        }
    }

    private KeyPackage draft(SeedLine line, OtpauthKey key, String uri) {
        try {
            var serial = AccountSerial.of(new Subject(line.place()), key.issuer(), key.account(), terms);
            var profile = key.profile();
            if (profile instanceof OtpProfile.Hotp && !terms.eventBased()) {
                throw line.refused("is a HOTP key; only TOTP keys are taken", Remedy.Taking.EVENT_BASED);
            }
            var device = new DeviceInfo(serial, "", "", "", Validity.UNBOUNDED);
            var next = profile instanceof OtpProfile.Hotp ? counter(line, uri) : null;
            return new KeyPackage(
                    device, new KeyInfo("", key.issuer(), key.account(), profile, null, next, Policy.NONE), key.seed());
        } catch (SeedFileException e) {
            key.close();
            throw e;
        }
    }

    /** 0 where there is none, though the format asks for it: so Yubico's programs read it. */
    private static Long counter(SeedLine line, String uri) {
        var parameter = COUNTER.matcher(uri);
        if (!parameter.find()) {
            return 0L;
        }
        if (!parameter.group(1).matches("[0-9]{1,18}")) {
            throw line.malformed("has a counter that is not a whole number");
        }
        return Long.valueOf(parameter.group(1));
    }
}
