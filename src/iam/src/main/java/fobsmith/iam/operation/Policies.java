package fobsmith.iam.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.Refusals;
import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.PolicyFault;
import fobsmith.iam.policy.TrustPolicy;
import fobsmith.registry.PolicyHolder;
import java.net.URLEncoder;

/** Policy documents on their way in and out. */
final class Policies {
    private Policies() {}

    /** AWS's sentence comes first; what exactly is wrong, and where, follows in brackets. */
    static void requireValid(String document, PolicyHolder.Kind kind, String name) {
        try {
            PolicyDocument.parse(document, kind.quota());
        } catch (MalformedPolicy e) {
            throw e.fault() == PolicyFault.TOO_LONG ? Refusals.policiesTooLong(kind, name) : malformed(e);
        }
    }

    /** Of a role. */
    static void requireValidTrust(String document) {
        try {
            TrustPolicy.parse(document);
        } catch (MalformedPolicy e) {
            throw e.fault() == PolicyFault.TOO_LONG
                    ? new IamException(
                            IamError.LIMIT_EXCEEDED,
                            "Cannot exceed quota for ACLSizePerRole: %d".formatted(TrustPolicy.QUOTA))
                    : malformed(e);
        }
    }

    private static IamException malformed(MalformedPolicy policy) {
        return new IamException(
                IamError.MALFORMED_POLICY_DOCUMENT, "%s (%s)".formatted(policy.sentence(), policy.detail()));
    }

    /** Answers hold documents percent-encoded (RFC 3986); clients decode them. */
    static String encode(String document) {
        return URLEncoder.encode(document, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
