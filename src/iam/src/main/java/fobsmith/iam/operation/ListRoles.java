package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListRoles implements Operation {
    @Override
    public String action() {
        return "ListRoles";
    }

    @Override
    public void answer(Call call) {
        var prefix = call.input().optional("PathPrefix", Shape.PATH_PREFIX).orElse("/");
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        var page = call.registry().roles().list(prefix, marker.first(), marker.second(), limit);

        call.answer().list("Roles", page.items(), role -> RoleXml.render(call, role));
        Marker.render(call.answer(), page, role -> Marker.of(role.path(), role.name()));
    }
}
