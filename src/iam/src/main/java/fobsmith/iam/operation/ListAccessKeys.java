package fobsmith.iam.operation;

final class ListAccessKeys implements Operation {
    @Override
    public String action() {
        return "ListAccessKeys";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().optional("UserName", Shape.EXISTING_USER_NAME).orElseGet(call::callerName);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var user = call.user(action(), name);
        var page = call.registry().accessKeys().list(user, marker.first(), limit);

        call.answer().list("AccessKeyMetadata", page.items(), key -> AccessKeyXml.render(call, user, key));
        Marker.render(call.answer(), page, key -> new Marker(key.id(), ""));
    }
}
