package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListUserTags implements Operation {
    @Override
    public String action() {
        return "ListUserTags";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        var page = call.registry().tags().list(call.user(name), marker.first(), limit);

        TagXml.render(call, page);
    }
}
