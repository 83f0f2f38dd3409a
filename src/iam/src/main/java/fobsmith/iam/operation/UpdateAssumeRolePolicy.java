package fobsmith.iam.operation;

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

        var role = call.role(action(), name);
        var kept = Policies.validTrust(call, trust);

        call.registry().roles().updateTrust(call.actor(), role, kept);
    }
}
