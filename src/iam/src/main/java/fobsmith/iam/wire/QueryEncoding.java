package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names and values as {@code a=b&c=d}, and the percent-encoding of RFC 3986. */
public final class QueryEncoding {
    record Pair(String name, String value) {}

    /** Far above what any operation has; a mebibyte of tiny ones would fill the memory of many such requests. */
    private static final int MOST = 10_000;

    private QueryEncoding() {}

    /** In the order received. A blank may come as {@code +} or {@code %20}: clients differ. */
    static List<Pair> pairs(String encoded) {
        var pairs = new ArrayList<Pair>();
        for (int start = 0, end; start < encoded.length(); start = end + 1) {
            int ampersand = encoded.indexOf('&', start);
            end = ampersand < 0 ? encoded.length() : ampersand;
            if (end > start) {
                requireRoom(pairs);
                pairs.add(pair(encoded.substring(start, end)));
            }
        }
        return pairs;
    }

    private static void requireRoom(List<Pair> pairs) {
        if (pairs.size() == MOST) {
            throw new IamException(
                    IamError.VALIDATION_ERROR,
                    "The request is not well-formed: it has more than %d parameters.".formatted(MOST));
        }
    }

    private static Pair pair(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Pair(decode(text), "")
                : new Pair(decode(text.substring(0, equals)), decode(text.substring(equals + 1)));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IamException(
                    IamError.VALIDATION_ERROR, "The request is not well-formed: a percent sign is misused.");
        }
    }

    /** Everything but {@code A-Z a-z 0-9 - _ . ~} becomes %XX. Policy documents stand so in answers. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
