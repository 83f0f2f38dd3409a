package fobsmith.iam.operation;

final class GetGroup implements Operation {
    @Override
    public String action() {
        return "GetGroup";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var group = call.group(action(), name);
        var page = call.registry().groups().members(group, marker.first(), marker.second(), limit);

        call.answer().element("Group", () -> GroupXml.render(call, group));
        call.answer().list("Users", page.items(), user -> UserXml.render(call, user));
        Marker.render(call.answer(), page, user -> Marker.of(user.path(), user.name()));
    }
}
