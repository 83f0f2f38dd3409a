package fobsmith.iam.operation;

import fobsmith.iam.Resource;

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

        call.authorizer().require(action(), Resource.role(call.registry(), name).untagging(keys));

        call.registry().tags().remove(call.actor(), call.registry().roles().get(name), keys);
    }
}
