package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class DeleteUserPolicy implements Operation {
    @Override
    public String action() {
        return "DeleteUserPolicy";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        call.registry().inlinePolicies().delete(call.actor(), call.user(name), policyName);
    }
}
