package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListUsers implements Operation {
    @Override
    public String action() {
        return "ListUsers";
    }

    @Override
    public void answer(Call call) {
        var prefix = call.input().optional("PathPrefix", Shape.PATH_PREFIX).orElse("/");
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        var page = call.registry().users().list(prefix, marker.first(), marker.second(), limit);

        call.answer().list("Users", page.items(), user -> UserXml.render(call, user));
        Marker.render(call.answer(), page, user -> Marker.of(user.path(), user.name()));
    }
}
