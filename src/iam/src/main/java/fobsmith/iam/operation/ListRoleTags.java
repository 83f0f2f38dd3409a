package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListRoleTags implements Operation {
    @Override
    public String action() {
        return "ListRoleTags";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.role(call.registry(), name));

        var page = call.registry().tags().list(call.registry().roles().get(name), marker.first(), limit);

        TagXml.render(call, page);
    }
}
