package fobsmith.iam.operation;

final class UntagRole implements Operation {
    @Override
    public String action() {
        return "UntagRole";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var keys = call.input().requiredTagKeys();
        call.input().requireValid();

        var role = call.role(action(), name, resource -> resource.untagging(keys));
        call.registry().tags().remove(call.actor(), role, keys);
    }
}
