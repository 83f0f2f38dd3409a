package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class UntagUser implements Operation {
    @Override
    public String action() {
        return "UntagUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var keys = call.input().requiredTagKeys();
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name).untagging(keys));

        call.registry().tags().remove(call.actor(), call.user(name), keys);
    }
}
