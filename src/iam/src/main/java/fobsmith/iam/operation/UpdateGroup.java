package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.Group;

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
        var next = new Group(group.id(), newName.orElse(group.name()), newPath.orElse(group.path()), group.createdAt());
        if (!next.equals(group)) {
            call.authorizer().require(action(), Resource.of(call.registry(), next));
        }

        call.registry().groups().update(call.actor(), group, next.name(), next.path());
    }
}
