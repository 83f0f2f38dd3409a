package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class UpdateAssumeRolePolicy implements Operation {
    @Override
    public String action() {
        return "UpdateAssumeRolePolicy";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var trust = call.input().required("PolicyDocument", Shape.POLICY_DOCUMENT);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.role(call.registry(), name));
        Policies.requireValidTrust(trust);

        call.registry()
                .roles()
                .updateTrust(call.actor(), call.registry().roles().get(name), trust);
    }
}
