package fobsmith.fuzz;

import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.TrustPolicy;
import java.nio.charset.StandardCharsets;

/** Policies of identities and of trust. */
final class PolicyFuzz {
    private PolicyFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            PolicyDocument.parse(text, PolicyDocument.USER_QUOTA);
        } catch (MalformedPolicy e) {
            e.fault();
        }
        try {
            TrustPolicy.parse(text);
        } catch (MalformedPolicy e) {
            e.fault();
        }
    }
}
