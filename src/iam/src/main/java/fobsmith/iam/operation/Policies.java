package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.Refusals;
import fobsmith.iam.TrustedPrincipals;
import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.PolicyFault;
import fobsmith.iam.policy.TrustPolicy;
import fobsmith.registry.PolicyHolder;

/** Policy documents on their way in. */
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

    /** Of a role: valid, with everybody it names, as it is to be kept. */
    static String validTrust(Call call, String document) {
        try {
            TrustPolicy.parse(document);
        } catch (MalformedPolicy e) {
            throw e.fault() == PolicyFault.TOO_LONG
                    ? new IamException(
                            IamError.LIMIT_EXCEEDED,
                            "Cannot exceed quota for ACLSizePerRole: %d".formatted(TrustPolicy.QUOTA))
                    : malformed(e);
        }
        return new TrustedPrincipals(call.registry()).identify(document);
    }

    private static IamException malformed(MalformedPolicy policy) {
        return new IamException(
                IamError.MALFORMED_POLICY_DOCUMENT, "%s (%s)".formatted(policy.sentence(), policy.detail()));
    }
}
