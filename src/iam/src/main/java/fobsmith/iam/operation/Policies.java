package fobsmith.iam.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.Refusals;
import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.PolicyFault;
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
            throw e.fault() == PolicyFault.TOO_LONG
                    ? Refusals.policiesTooLong(kind, name)
                    : new IamException(
                            IamError.MALFORMED_POLICY_DOCUMENT, "%s (%s)".formatted(e.sentence(), e.detail()));
        }
    }

    /** Answers hold documents percent-encoded (RFC 3986); clients decode them. */
    static String encode(String document) {
        return URLEncoder.encode(document, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
