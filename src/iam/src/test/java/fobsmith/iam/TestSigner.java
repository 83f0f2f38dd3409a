package fobsmith.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as AWS's clients do; written from the specification of SigV4, sharing no code with what verifies. */
public record TestSigner(String keyId, String secret, String region, String service) {
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    public static String amzDate(Instant time) {
        return AMZ_DATE.format(time);
    }

    /** The request with X-Amz-Date and Authorization; all other headers it has are signed. */
    public WireRequest sign(WireRequest request, Instant time) {
        var headers = new HashMap<>(request.headers());
        headers.put("x-amz-date", List.of(amzDate(time)));
        var unsigned = with(request, headers);
        var names = headers.keySet().stream().sorted().toList();
        headers.put("authorization", List.of(authorization(unsigned, names, amzDate(time))));
        return with(request, headers);
    }

    public String authorization(WireRequest request, List<String> signedHeaders, String amzDate) {
        return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(
                        keyId,
                        scope(amzDate),
                        String.join(";", signedHeaders),
                        signature(request, signedHeaders, amzDate));
    }

    public String signature(WireRequest request, List<String> signedHeaders, String amzDate) {
        var canonical = new StringBuilder(request.method())
                .append('\n')
                .append(request.path().isEmpty() ? "/" : request.path())
                .append('\n')
                .append(canonicalQuery(request.query()))
                .append('\n');
        for (var name : signedHeaders) {
            var values = new ArrayList<String>();
            for (var value : request.headers().getOrDefault(name, List.of())) {
                values.add(value.trim().replaceAll(" {2,}", " "));
            }
            canonical.append(name).append(':').append(String.join(",", values)).append('\n');
        }
        canonical.append('\n').append(String.join(";", signedHeaders)).append('\n');
        canonical.append(sha256(request.body()));
        var toSign = "AWS4-HMAC-SHA256\n" + amzDate + "\n" + scope(amzDate) + "\n"
                + sha256(canonical.toString().getBytes(UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (var step : new String[] {amzDate.substring(0, 8), region, service, "aws4_request", toSign}) {
            key = hmac(key, step);
        }
        return hex(key);
    }

    private String scope(String amzDate) {
        return amzDate.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    }

    public static String canonicalQuery(String query) {
        var pairs = new ArrayList<String>();
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(percent(URLDecoder.decode(name, UTF_8)) + "=" + percent(URLDecoder.decode(value, UTF_8)));
        }
        Collections.sort(pairs);
        return String.join("&", pairs);
    }

    /** RFC 3986: everything but the unreserved characters. */
    public static String percent(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            boolean unreserved = UNRESERVED.indexOf((char) b) >= 0;
            encoded.append(unreserved ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }

    public static String sha256(byte[] bytes) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            text.append("%02x".formatted(b & 0xff));
        }
        return text.toString();
    }

    private static WireRequest with(WireRequest request, Map<String, List<String>> headers) {
        return new WireRequest(
                request.method(),
                request.path(),
                request.query(),
                Map.copyOf(headers),
                request.body(),
                request.address());
    }
}
