package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class TagUser implements Operation {
    @Override
    public String action() {
        return "TagUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var tags = call.input().requiredTags();
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name).tagging(tags));

        call.registry().tags().put(call.actor(), call.user(name), tags);
    }
}
