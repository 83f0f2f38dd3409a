package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Authorization header of SigV4, taken apart. Reading asks only that every part is there; what is wrong with a part is
 * said when its turn comes in the order of AWS's front end.
 *
 * @param credential not taken apart yet
 * @param signature 64 hexadecimal digits, if it is honest
 */
record Authorization(String algorithm, String credential, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    static Authorization of(WireRequest request) {
        var header = request.header("authorization")
                .orElseThrow(() -> new IamException(
                        IamError.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token"));
        int blank = header.indexOf(' ');
        var parts = parts(blank < 0 ? "" : header.substring(blank + 1));
        requireAll(parts, request);
        return new Authorization(
                blank < 0 ? header : header.substring(0, blank),
                parts.getOrDefault("Credential", ""),
                List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1)),
                parts.getOrDefault("Signature", ""));
    }

    private static Map<String, String> parts(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.putIfAbsent(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    /** All that is missing goes into one message, the date too, although it is a header of its own. */
    private static void requireAll(Map<String, String> parts, WireRequest request) {
        var missing = new ArrayList<String>();
        for (var name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                missing.add("Authorization header requires '%s' parameter.".formatted(name));
            }
        }
        if (SigningTime.text(request).isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (!missing.isEmpty()) {
            throw new IamException(IamError.INCOMPLETE_SIGNATURE, String.join(" ", missing));
        }
    }

    void requireSigned(String header, String message) {
        if (!signedHeaders.contains(header)) {
            throw new IamException(IamError.SIGNATURE_DOES_NOT_MATCH, message);
        }
    }

    void requireAlgorithm() {
        if (!algorithm.equals(ALGORITHM)) {
            throw new IamException(
                    IamError.INCOMPLETE_SIGNATURE, "Unsupported AWS 'algorithm': '%s'.".formatted(algorithm));
        }
    }
}
