package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.InlinePolicy;

final class PutUserPolicy implements Operation {
    @Override
    public String action() {
        return "PutUserPolicy";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        var document = call.input().required("PolicyDocument", Shape.POLICY_DOCUMENT);
        call.input().requireValid();
        Policies.requireValid(document, name);

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        call.registry().inlinePolicies().put(call.actor(), call.user(name), new InlinePolicy(policyName, document));
    }
}
