package fobsmith.iam;

import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.RequestContext;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import java.time.Duration;

/** The condition keys that come from the caller, his session and his connection. */
record CallerContext(Registry registry, Caller caller) {

    /** Who asks, as policies name him; every key that does not depend on what is asked. */
    RequestContext asking(String action, String resource) {
        var request = RequestContext.of(caller.principal(registry.accountId()), action, resource);
        return withSession(withTags(withCaller(request)));
    }

    private RequestContext withCaller(RequestContext request) {
        var context = request.at(registry.now())
                .with(ContextKey.USERID, caller.uniqueId())
                .with(ContextKey.PRINCIPAL_TYPE, caller.assumed() == null ? "User" : "AssumedRole")
                .with(ContextKey.SOURCE_IP, caller.address())
                // The service speaks plain HTTP, on the loopback interface.
                .with(ContextKey.SECURE_TRANSPORT, "false");
        return caller.assumed() == null
                ? context.with(ContextKey.USERNAME, caller.user().name())
                : context;
    }

    private RequestContext withTags(RequestContext request) {
        var context = request;
        for (var tag : registry.tags().of(principal())) {
            context = context.with(ContextKey.principalTag(tag.key()), tag.value());
        }
        return context;
    }

    private PolicyHolder principal() {
        var assumed = caller.assumed();
        return assumed == null ? caller.user() : assumed.role();
    }

    private RequestContext withSession(RequestContext request) {
        var session = caller.session();
        if (session == null) {
            return request;
        }
        var context = request.with(
                        ContextKey.TOKEN_ISSUE_TIME, session.issuedAt().toString())
                .with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, Boolean.toString(session.isWithMfa()));
        // A session may have begun a moment ahead of the wall clock.
        long age =
                Math.max(0, Duration.between(session.issuedAt(), registry.now()).toSeconds());
        return session.isWithMfa() ? context.with(ContextKey.MULTI_FACTOR_AUTH_AGE, Long.toString(age)) : context;
    }
}
