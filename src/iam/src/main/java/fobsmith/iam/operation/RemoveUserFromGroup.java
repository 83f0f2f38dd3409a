package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class RemoveUserFromGroup implements Operation {
    @Override
    public String action() {
        return "RemoveUserFromGroup";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        var userName = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.group(call.registry(), name));

        call.registry().groups().remove(call.actor(), call.registry().groups().get(name), call.user(userName));
    }
}
