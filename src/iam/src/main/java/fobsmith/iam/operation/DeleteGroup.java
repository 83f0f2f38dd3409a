package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class DeleteGroup implements Operation {
    @Override
    public String action() {
        return "DeleteGroup";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.group(call.registry(), name));

        call.registry().groups().delete(call.actor(), call.registry().groups().get(name));
    }
}
