package fobsmith.iam;

import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.Decision;
import fobsmith.iam.policy.IdentityPolicies;
import fobsmith.iam.policy.NamedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.RequestContext;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the caller's policies allow him. Operations of STS ask nobody. */
public final class Authorizer {
    private final Registry registry;
    private final Caller caller;

    public Authorizer(Registry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    /**
     * For an action of IAM, such as {@code EnableMFADevice}, on a resource that need not exist: whether it does is not told
     * to those who may not know.
     */
    public void require(String action, Resource resource) {
        switch (decide(action, resource)) {
            case Decision.Allowed _, Decision.Unasked _ -> {}
            case Decision.ExplicitlyDenied _ ->
                throw denied(action, resource, "with an explicit deny in an identity-based policy");
            case Decision.ImplicitlyDenied _ ->
                throw denied(
                        action, resource, "because no identity-based policy allows the iam:%s action".formatted(action));
        }
    }

    /** Whether the caller may do this to any user whatever. */
    public boolean allowsOnEveryUser(String action) {
        return decide(action, Resource.everyUser(registry)).isAllowed();
    }

    private Decision decide(String action, Resource resource) {
        var request = RequestContext.of(principal(), "iam:" + action, resource.arn());
        for (var key : resource.keys().entrySet()) {
            request = request.with(key.getKey(), key.getValue());
        }
        return policies().decide(withSession(withCaller(request)));
    }

    /** His own and those of his groups. They were valid when they were put. */
    private IdentityPolicies policies() {
        var holders = new ArrayList<PolicyHolder>(List.of(caller.user()));
        holders.addAll(registry.groups().of(caller.user()));
        return new IdentityPolicies(
                holders.stream().flatMap(this::policies).toList());
    }

    private Stream<NamedPolicy> policies(PolicyHolder holder) {
        return registry.inlinePolicies().all(holder).stream()
                .map(policy -> new NamedPolicy(
                        policy.name(),
                        PolicyDocument.parse(policy.document(), holder.kind().quota())));
    }

    private RequestContext withCaller(RequestContext request) {
        var user = caller.user();
        var context = request.at(registry.now())
                .with(ContextKey.USERNAME, user.name())
                .with(ContextKey.USERID, user.id())
                .with(ContextKey.PRINCIPAL_TYPE, "User")
                .with(ContextKey.SOURCE_IP, caller.address())
                // The service speaks plain HTTP, on the loopback interface.
                .with(ContextKey.SECURE_TRANSPORT, "false");
        for (var tag : registry.tags().of(user)) {
            context = context.with(ContextKey.principalTag(tag.key()), tag.value());
        }
        return context;
    }

    private RequestContext withSession(RequestContext request) {
        var session = caller.session();
        if (session == null) {
            return request;
        }
        var context = request.with(ContextKey.TOKEN_ISSUE_TIME, session.issuedAt().toString())
                .with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, Boolean.toString(session.isWithMfa()));
        var age = Duration.between(session.issuedAt(), registry.now()).toSeconds();
        return session.isWithMfa() ? context.with(ContextKey.MULTI_FACTOR_AUTH_AGE, Long.toString(age)) : context;
    }

    private String principal() {
        return caller.user().arn(registry.accountId());
    }

    private IamException denied(String action, Resource resource, String why) {
        return new IamException(
                IamError.ACCESS_DENIED,
                "User: %s is not authorized to perform: iam:%s on resource: %s %s"
                        .formatted(principal(), action, resource.arn(), why));
    }
}
