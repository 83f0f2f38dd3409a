package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class CreateGroup implements Operation {
    @Override
    public String action() {
        return "CreateGroup";
    }

    @Override
    public void answer(Call call) {
        var path = call.input().optional("Path", Shape.PATH).orElse("/");
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.newGroup(call.registry(), path, name));

        var group = call.registry().groups().create(call.actor(), name, path);

        call.answer().element("Group", () -> GroupXml.render(call, group));
    }
}
