package fobsmith.iam.operation;

/** Nobody is in more than ten groups: they all fit on one page. */
final class ListGroupsForUser implements Operation {
    @Override
    public String action() {
        return "ListGroupsForUser";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        Marker.of(call.input());
        Marker.limit(call.input());
        call.input().requireValid();

        var user = call.user(action(), name);
        var groups = call.registry().groups().of(user);

        call.answer().list("Groups", groups, group -> GroupXml.render(call, group));
        call.answer().element("IsTruncated", "false");
    }
}
