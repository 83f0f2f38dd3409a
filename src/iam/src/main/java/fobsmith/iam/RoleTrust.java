package fobsmith.iam;

import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.Decision;
import fobsmith.iam.policy.RequestContext;
import fobsmith.iam.policy.TrustPolicy;
import fobsmith.registry.Registry;
import fobsmith.registry.Role;
import java.util.Map;

/**
 * Whether somebody may assume a role: the role's trust policy names him, or it names his account and his own policies allow
 * it; and nothing denies it.
 */
public final class RoleTrust {
    private final Registry registry;
    private final Caller caller;
    private final Authorizer authorizer;

    public RoleTrust(Registry registry, Caller caller, Authorizer authorizer) {
        this.registry = registry;
        this.caller = caller;
        this.authorizer = authorizer;
    }

    /**
     * Whether nothing denies it and somebody allows it.
     *
     * @param codeGiven whether he gives a code with this request, which is taken to be right here
     * @param keys condition keys of the request
     */
    public boolean allows(Role role, boolean codeGiven, Map<String, String> keys) {
        var account = registry.accountId();
        var request = request(role, codeGiven, keys);
        var own = authorizer.decide(request);
        var trust = TrustPolicy.parse(role.trustPolicy());
        var himself =
                caller.trustedAs().stream().map(id -> trust.decide(id, request)).toList();
        var hisAccount = trust.decide("arn:aws:iam::%s:root".formatted(account), request);
        boolean denied = isDenied(own)
                || isDenied(hisAccount)
                || himself.stream().anyMatch(RoleTrust::isDenied)
                || deniesByName(trust, request);
        return !denied
                && (himself.stream().anyMatch(Decision::isAllowed) || (hisAccount.isAllowed() && own.isAllowed()));
    }

    /** Trust policies of older registries have ARNs in place of ids: those allow nobody, but what they deny stays denied. */
    private boolean deniesByName(TrustPolicy trust, RequestContext request) {
        return caller.namedAs(registry.accountId()).stream()
                .map(arn -> trust.decide(arn, request))
                .anyMatch(RoleTrust::isDenied);
    }

    private RequestContext request(Role role, boolean codeGiven, Map<String, String> keys) {
        var request = authorizer.request("sts:AssumeRole", Resource.of(registry, role));
        for (var key : keys.entrySet()) {
            request = request.with(key.getKey(), key.getValue());
        }
        return codeGiven
                ? request.with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, "true").with(ContextKey.MULTI_FACTOR_AUTH_AGE, "0")
                : request;
    }

    private static boolean isDenied(Decision decision) {
        return decision instanceof Decision.ExplicitlyDenied;
    }
}
