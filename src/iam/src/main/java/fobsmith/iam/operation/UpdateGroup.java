package fobsmith.iam.operation;

import fobsmith.iam.Resource;

/** Needs permission for the group as it is and as it will be. */
final class UpdateGroup implements Operation {
    @Override
    public String action() {
        return "UpdateGroup";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        var newPath = call.input().optional("NewPath", Shape.NEW_PATH);
        var newName = call.input().optional("NewGroupName", Shape.RENAMED_GROUP_NAME);
        call.input().requireValid();

        var group = call.group(action(), name);
        var path = newPath.orElse(group.path());
        var renamed = newName.orElse(group.name());
        call.authorizer().require(action(), Resource.newGroup(call.registry(), path, renamed));

        call.registry().groups().update(call.actor(), group, renamed, path);
    }
}
