package fobsmith.iam;

import fobsmith.iam.policy.Decision;
import fobsmith.iam.policy.IdentityPolicies;
import fobsmith.iam.policy.NamedPolicy;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.RequestContext;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the caller's policies allow him, for one request and its thread: they are read once. AssumeRole asks
 * {@link RoleTrust}; the other operations of STS ask nobody.
 */
public final class Authorizer {
    private final Registry registry;
    private final Caller caller;
    private @Nullable IdentityPolicies policies;

    public Authorizer(Registry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    /**
     * For an action of IAM, such as {@code EnableMFADevice}, on a resource that need not exist: whether it does is not told
     * to those who may not know.
     */
    public void require(String action, Resource resource) {
        requireWritten("iam:" + action, resource);
    }

    /** As above, for any action. */
    public void require(PolicyAction action, Resource resource) {
        requireWritten(action.written(), resource);
    }

    private void requireWritten(String action, Resource resource) {
        switch (decide(action, resource)) {
            case Decision.Allowed _, Decision.Unasked _ -> {}
            case Decision.ExplicitlyDenied _ ->
                throw denied(action, resource, "with an explicit deny in an identity-based policy");
            case Decision.ImplicitlyDenied _ ->
                throw denied(
                        action, resource, "because no identity-based policy allows the %s action".formatted(action));
        }
    }

    /** Whether {@link #require(PolicyAction, Resource)} would let him. */
    public boolean allows(PolicyAction action, Resource resource) {
        return decide(action.written(), resource).isAllowed();
    }

    /** Whether the caller may do this to any user whatever. */
    public boolean allowsOnEveryUser(String action) {
        return EveryUser.of(registry.accountId())
                .isAllowedBy(
                        decide("iam:" + action, Resource.everyUser(registry)).outcomes());
    }

    private Decision decide(String action, Resource resource) {
        return decide(request(action, resource));
    }

    /** What policies are asked about it. */
    RequestContext request(String action, Resource resource) {
        var request = new CallerContext(registry, caller).asking(action, resource.arn());
        for (var key : resource.keys().entrySet()) {
            request = request.with(key.getKey(), key.getValue());
        }
        return request;
    }

    /** What the caller's policies say: they were valid when they were put. */
    Decision decide(RequestContext request) {
        if (policies == null) {
            policies = new IdentityPolicies(
                    holders().stream().flatMap(this::policies).toList());
        }
        return policies.decide(request);
    }

    /** Himself and his groups; or the role he has assumed, and nothing of his own. */
    private List<PolicyHolder> holders() {
        var assumed = caller.assumed();
        if (assumed != null) {
            return List.of(assumed.role());
        }
        var holders = new ArrayList<PolicyHolder>(List.of(caller.user()));
        holders.addAll(registry.groups().of(caller.user()));
        return holders;
    }

    private Stream<NamedPolicy> policies(PolicyHolder holder) {
        return registry.inlinePolicies().all(holder).stream()
                .map(policy -> new NamedPolicy(
                        policy.name(),
                        PolicyDocument.parse(policy.document(), holder.kind().quota())));
    }

    /** His own ARN is no secret to him. */
    private IamException denied(String action, Resource resource, String why) {
        var own = caller.user().arn(registry.accountId());
        return new IamException(
                IamError.ACCESS_DENIED,
                "User: %s is not authorized to perform: %s on resource: %s %s"
                        .formatted(
                                caller.arn(registry.accountId()),
                                action,
                                resource.arn().equals(own) ? own : resource.shown(),
                                why));
    }
}
