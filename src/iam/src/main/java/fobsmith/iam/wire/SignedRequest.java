package fobsmith.iam.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request signed with AWS Signature Version 4, in its Authorization header or its query, with everything checked that can
 * be checked without the secret, in the order of AWS's front end.
 */
public final class SignedRequest {
    static final String TOKEN = "x-amz-security-token";

    private final WireRequest request;
    private final Authorization authorization;
    private final Credential credential;
    private final SigningTime time;

    private SignedRequest(WireRequest request, Authorization authorization, Credential credential, SigningTime time) {
        this.request = request;
        this.authorization = authorization;
        this.credential = credential;
        this.time = time;
    }

    public static SignedRequest read(WireRequest request, Service service, Instant now) {
        var authorization = Authorization.of(request);
        var time = SigningTime.parse(authorization.date());
        authorization.requireExpiry();
        time.requireNear(now);
        authorization.requireSigned("host", "'Host' must be a 'SignedHeader' in the AWS Authorization.");
        authorization.requireAlgorithm();
        var credential = Credential.parse(authorization.credential());
        credential.requireScope(service, time);
        return new SignedRequest(request, authorization, credential, time);
    }

    /** The access key that signed, or claims to have. */
    public String keyId() {
        return credential.keyId();
    }

    /** As the signer wrote it into the scope. */
    public String region() {
        return credential.region();
    }

    /** Sent along with a temporary key. */
    public Optional<String> sessionToken() {
        return authorization.token();
    }

    /** Compares in constant time; the secret (ASCII) stays the caller's. */
    public void requireSignedWith(byte[] secret) {
        if (sessionToken().isPresent() && !authorization.presigned()) {
            authorization.requireSigned(
                    TOKEN, "'X-Amz-Security-Token' must be a 'SignedHeader' in the AWS Authorization.");
        }
        if (!authorization.namesHeadersOnce() || !isSignedWith(secret) || !bodyIsAsDeclared()) {
            throw new IamException(
                    IamError.SIGNATURE_DOES_NOT_MATCH,
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private boolean isSignedWith(byte[] secret) {
        var expected = hmac(signingKey(secret), stringToSign());
        byte[] hex = HexFormat.of().formatHex(expected).getBytes(US_ASCII);
        return MessageDigest.isEqual(hex, authorization.signature().getBytes(US_ASCII));
    }

    private byte[] signingKey(byte[] secret) {
        byte[] key = Arrays.copyOf("AWS4".getBytes(US_ASCII), 4 + secret.length);
        System.arraycopy(secret, 0, key, 4, secret.length);
        for (var part :
                List.of(credential.date(), credential.region(), credential.service(), credential.terminator())) {
            byte[] next = hmac(key, part);
            Arrays.fill(key, (byte) 0);
            key = next;
        }
        return key;
    }

    private String stringToSign() {
        return String.join(
                "\n",
                Authorization.ALGORITHM,
                time.basic(),
                credential.scope(),
                sha256(canonicalRequest().getBytes(UTF_8)));
    }

    private String canonicalRequest() {
        var headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + canonicalValue(name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                request.path().isEmpty() ? "/" : request.path(),
                canonicalQuery(),
                headers,
                String.join(";", authorization.signedHeaders()),
                sha256(request.body()));
    }

    private String canonicalValue(String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    /** A presigned query vouches for all but its own signature. */
    private String canonicalQuery() {
        return QueryEncoding.pairs(request.query()).stream()
                .filter(pair -> !(authorization.presigned() && pair.name().equals(PresignedQuery.SIGNATURE)))
                .map(pair ->
                        new QueryEncoding.Pair(QueryEncoding.encode(pair.name()), QueryEncoding.encode(pair.value())))
                .sorted(Comparator.comparing(QueryEncoding.Pair::name).thenComparing(QueryEncoding.Pair::value))
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining("&"));
    }

    /** The header may repeat the body's hash; it cannot replace it. */
    private boolean bodyIsAsDeclared() {
        return request.header("x-amz-content-sha256")
                .map(declared -> declared.equals(sha256(request.body())))
                .orElse(true);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }
}
