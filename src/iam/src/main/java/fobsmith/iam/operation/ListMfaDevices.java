package fobsmith.iam.operation;

import fobsmith.registry.Token;

final class ListMfaDevices implements Operation {
    @Override
    public String action() {
        return "ListMFADevices";
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var user = call.user(action(), whom);
        var page = call.registry().tokens().listEnabled(user, marker.first(), limit);

        call.answer().list("MFADevices", page.items(), token -> {
            call.answer().element("UserName", user.name());
            call.answer().element("SerialNumber", token.serial().value());
            call.answer().element("EnableDate", token.enabledSince());
        });
        Marker.render(
                call.answer(), page, (Token token) -> new Marker(token.serial().key(), ""));
    }
}
