package fobsmith.iam.operation;

import fobsmith.iam.Resource;

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

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        var groups = call.registry().groups().of(call.user(name));

        call.answer().list("Groups", groups, group -> GroupXml.render(call, group));
        call.answer().element("IsTruncated", "false");
    }
}
