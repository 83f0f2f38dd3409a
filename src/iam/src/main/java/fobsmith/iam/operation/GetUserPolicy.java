package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class GetUserPolicy implements Operation {
    @Override
    public String action() {
        return "GetUserPolicy";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        var user = call.user(name);
        var policy = call.registry().inlinePolicies().get(user, policyName);

        call.answer().element("UserName", user.name());
        call.answer().element("PolicyName", policy.name());
        call.answer().element("PolicyDocument", Policies.encode(policy.document()));
    }
}
