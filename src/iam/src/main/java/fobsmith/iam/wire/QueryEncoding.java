package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names and values as {@code a=b&c=d}, and the percent-encoding of RFC 3986. */
final class QueryEncoding {
    record Pair(String name, String value) {}

    private QueryEncoding() {}

    /** In the order received. A blank may come as {@code +} or {@code %20}: clients differ. */
    static List<Pair> pairs(String encoded) {
        var pairs = new ArrayList<Pair>();
        for (var pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.add(
                        equals < 0
                                ? new Pair(decode(pair), "")
                                : new Pair(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IamException(
                    IamError.VALIDATION_ERROR, "The request is not well-formed: a percent sign is misused.");
        }
    }

    /** Everything but {@code A-Z a-z 0-9 - _ . ~} becomes %XX. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
