package fobsmith.iam.operation;

final class ListAccessKeys implements Operation {
    @Override
    public String action() {
        return "ListAccessKeys";
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var user = call.user(action(), whom);
        var page = call.registry().accessKeys().list(user, marker.first(), limit);

        call.answer().list("AccessKeyMetadata", page.items(), key -> AccessKeyXml.render(call, user, key));
        Marker.render(call.answer(), page, key -> new Marker(key.id(), ""));
    }
}
