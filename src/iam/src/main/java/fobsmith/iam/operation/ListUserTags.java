package fobsmith.iam.operation;

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

        var user = call.user(action(), name);
        var page = call.registry().tags().list(user, marker.first(), limit);

        TagXml.render(call, page);
    }
}
