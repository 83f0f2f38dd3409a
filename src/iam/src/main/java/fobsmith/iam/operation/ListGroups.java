package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListGroups implements Operation {
    @Override
    public String action() {
        return "ListGroups";
    }

    @Override
    public void answer(Call call) {
        var prefix = call.input().optional("PathPrefix", Shape.PATH_PREFIX).orElse("/");
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        var page = call.registry().groups().list(prefix, marker.first(), marker.second(), limit);

        call.answer().list("Groups", page.items(), group -> GroupXml.render(call, group));
        Marker.render(call.answer(), page, group -> Marker.of(group.path(), group.name()));
    }
}
