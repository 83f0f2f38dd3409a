package fobsmith.iam.operation;

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

        var page = call.registry().tags().list(call.role(action(), name), marker.first(), limit);

        TagXml.render(call, page);
    }
}
