package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class TagRole implements Operation {
    @Override
    public String action() {
        return "TagRole";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var tags = call.input().requiredTags();
        call.input().requireValid();

        call.authorizer().require(action(), Resource.role(call.registry(), name).tagging(tags));

        call.registry().tags().put(call.actor(), call.registry().roles().get(name), tags);
    }
}
