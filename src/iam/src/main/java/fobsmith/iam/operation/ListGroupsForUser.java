package fobsmith.iam.operation;

final class ListGroupsForUser implements Operation {
    @Override
    public String action() {
        return "ListGroupsForUser";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var user = call.user(action(), name);
        var page = call.registry().groups().of(user, marker.first(), marker.second(), limit);

        call.answer().list("Groups", page.items(), group -> GroupXml.render(call, group));
        Marker.render(call.answer(), page, group -> Marker.of(group.path(), group.name()));
    }
}
