package fobsmith.iam;

import fobsmith.iam.policy.PolicyAction;
import fobsmith.iam.policy.RequestContext;
import fobsmith.registry.Registry;
import fobsmith.registry.User;

/** Requests as policies would be asked about them, if this user sent them now, signed with an access key. */
public record Rehearsal(Registry registry, User user) {
    /**
     * With every condition key that the service fills in.
     *
     * @param action such as {@code iam:EnableMFADevice}
     * @param resource what it is authorised against: ARN, or serial number of hardware
     */
    public RequestContext request(String action, String resource) {
        var caller = Caller.here(user);
        boolean isNew =
                PolicyAction.find(action).filter(PolicyAction::makesResource).isPresent();
        return new Authorizer(registry, caller)
                .request(action, isNew ? Resource.newDevice(resource) : existing(caller, resource));
    }

    private Resource existing(Caller caller, String resource) {
        return new Bearers(registry)
                .find(resource)
                .map(bearer -> Resource.of(registry, bearer))
                .orElseGet(() -> Authority.of(registry, caller).device(resource));
    }
}
