package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its SigV4 signature, in its Authorization header or, presigned, in its query. Reading asks only
 * that every part is there, once; what is wrong with a part is said when its turn comes in the order of AWS's front end.
 *
 * @param credential not taken apart yet
 * @param signature 64 hexadecimal digits, if it is honest
 * @param date as sent, in whatever form
 * @param sessionToken sent along with a temporary key; null if there is none
 * @param expires as sent with a presigned request: seconds; null if it does not say
 * @param presigned whether all this stood in the query
 */
record Authorization(
        String algorithm,
        String credential,
        List<String> signedHeaders,
        String signature,
        String date,
        @Nullable String sessionToken,
        @Nullable String expires,
        boolean presigned) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final int LONGEST = 604_800;

    static Authorization of(WireRequest request) {
        var header = request.header("authorization");
        var presigned = PresignedQuery.of(request);
        if (header.isPresent() && presigned.isPresent()) {
            throw new IamException(
                    IamError.SIGNATURE_DOES_NOT_MATCH,
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        }
        return header.map(text -> AuthorizationHeader.read(text, request))
                .or(() -> presigned.map(PresignedQuery::read))
                .orElseThrow(() -> new IamException(
                        IamError.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token"));
    }

    static IamException incomplete(String message) {
        return new IamException(IamError.INCOMPLETE_SIGNATURE, message);
    }

    static List<String> names(String signedHeaders) {
        return List.of(signedHeaders.split(";", -1));
    }

    Optional<String> token() {
        return Optional.ofNullable(sessionToken);
    }

    /** A presigned request may name how long it is good for; it is good for 15 minutes all the same, as at AWS's STS. */
    void requireExpiry() {
        if (expires == null) {
            return;
        }
        int seconds = SECONDS.matcher(expires).matches() ? Integer.parseInt(expires) : 0;
        if (seconds < 1 || seconds > LONGEST) {
            throw incomplete(
                    "X-Amz-Expires must be a number of seconds from 1 to %d. Got '%s'.".formatted(LONGEST, expires));
        }
    }

    void requireSigned(String header, String message) {
        if (!signedHeaders.contains(header)) {
            throw new IamException(IamError.SIGNATURE_DOES_NOT_MATCH, message);
        }
    }

    void requireAlgorithm() {
        if (!algorithm.equals(ALGORITHM)) {
            throw incomplete("Unsupported AWS 'algorithm': '%s'.".formatted(algorithm));
        }
    }

    /** Session token and signature would serve whoever reads a log. */
    @Override
    public String toString() {
        return "Authorization[%s, %s]".formatted(algorithm, credential);
    }

    /** A long header named again and again would be hashed again and again. */
    boolean namesHeadersOnce() {
        return new HashSet<>(signedHeaders).size() == signedHeaders.size();
    }
}
