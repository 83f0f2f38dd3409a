package fobsmith.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.iam.IamException;
import fobsmith.iam.wire.Parameters;
import fobsmith.iam.wire.Service;
import fobsmith.iam.wire.SignedRequest;
import fobsmith.iam.wire.WireRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Requests as text: method and target, headers, an empty line, the body. Their signature is read from header or query, at the
 * time when the fixtures were signed, and checked; their parameters are decoded.
 */
final class RequestFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T00:52:00Z");
    private static final byte[] SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".getBytes(US_ASCII);

    private RequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] text) {
        var request = request(new String(text, ISO_8859_1));
        answered(() -> Parameters.of(request).hasBelow("Tags.member.1"));
        for (var service : Service.values()) {
            answered(() -> SignedRequest.read(request, service, NOW).requireSignedWith(SECRET));
        }
    }

    /** What is refused is answered with an error of AWS's. */
    private static void answered(Runnable step) {
        try {
            step.run();
        } catch (IamException e) {
            e.error();
        }
    }

    private static WireRequest request(String text) {
        int end = text.indexOf("\n\n");
        var head = end < 0 ? text : text.substring(0, end);
        var body = end < 0 ? "" : text.substring(end + 2);
        var lines = head.split("\n", -1);
        var start = (lines[0] + "   ").split(" ", -1);
        var target = start[1];
        int query = target.indexOf('?');
        var headers = new HashMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
        }
        return new WireRequest(
                start[0],
                query < 0 ? target : target.substring(0, query),
                query < 0 ? "" : target.substring(query + 1),
                headers,
                body.getBytes(ISO_8859_1),
                "127.0.0.1");
    }
}
