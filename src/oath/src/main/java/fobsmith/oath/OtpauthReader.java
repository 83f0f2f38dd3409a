package fobsmith.oath;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Reads {@code otpauth://totp|hotp/LABEL?secret=…&issuer=…&algorithm=…&digits=…&period=…&counter=…}. */
final class OtpauthReader {
    private static final String SCHEME = "otpauth://";

    private OtpauthReader() {}

    static OtpauthKey read(String uri) {
        if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new OtpauthFault("scheme", "not an otpauth URI");
        }
        var rest = uri.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        int query = rest.indexOf('?');
        if (slash < 0 || query < slash) {
            throw new OtpauthFault("label or query", "the otpauth URI lacks a label or a query");
        }
        var parameters = part("percent-encoding", () -> parameters(rest.substring(query + 1)));
        var profile = profile(rest.substring(0, slash), parameters);
        var label = part("label", () -> decode(rest.substring(slash + 1, query)));
        return key(label, profile, parameters);
    }

    private static OtpauthKey key(String label, OtpProfile profile, Map<String, String> parameters) {
        int colon = label.indexOf(':');
        var prefix = colon < 0 ? "" : label.substring(0, colon).strip();
        var account = colon < 0 ? label.strip() : label.substring(colon + 1).strip();
        // Where label and parameter disagree the parameter is the newer convention.
        var issuer = parameters.getOrDefault("issuer", prefix);
        var seed = part("secret", () -> seed(parameters.getOrDefault("secret", "")));
        return new OtpauthKey(seed, profile, issuer, account);
    }

    private static <T> T part(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new OtpauthFault(name, e);
        }
    }

    private static Seed seed(String secretParameter) {
        byte[] text = secretParameter.getBytes(StandardCharsets.US_ASCII);
        try {
            return Seed.adopt(Base32.decode(text));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static OtpProfile profile(String type, Map<String, String> parameters) {
        var algorithm = part("algorithm", () -> HmacAlgorithm.parse(parameters.getOrDefault("algorithm", "SHA1")));
        var eventBased = part("digits", () -> new OtpProfile.Hotp(algorithm, number(parameters, "digits", 6)));
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "totp" -> part("period", () -> timeBased(eventBased, number(parameters, "period", 30)));
            case "hotp" -> eventBased;
            default -> throw new OtpauthFault("type", "unknown otpauth type \"%s\"".formatted(type));
        };
    }

    private static OtpProfile timeBased(OtpProfile of, int period) {
        return new OtpProfile.Totp(of.algorithm(), of.digits(), Duration.ofSeconds(period));
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        var text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s \"%s\" of the otpauth URI is not a number".formatted(name, text), e);
        }
    }

    /** The first of equal names wins. */
    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        pair.substring(0, equals).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** RFC 3986: a plus is a plus. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
