package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.Assignment;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;

/** Never shows seeds; user and date only where the device is assigned. */
final class ListVirtualMfaDevices implements Operation {
    @Override
    public String action() {
        return "ListVirtualMFADevices";
    }

    @Override
    public void answer(Call call) {
        var assignment = call.input().oneOf("AssignmentStatus", Assignment.ANY);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        var page = call.registry().tokens().listVirtual(assignment, marker.first(), limit);

        call.answer().list("VirtualMFADevices", page.items(), token -> render(call, token));
        Marker.render(
                call.answer(), page, (Token token) -> new Marker(token.serial().key(), ""));
    }

    private static void render(Call call, Token token) {
        call.answer().element("SerialNumber", token.serial().value());
        if (token.state() == TokenState.ENABLED) {
            call.registry()
                    .users()
                    .findById(String.valueOf(token.ownerId()))
                    .ifPresent(owner -> call.answer().element("User", () -> UserXml.render(call, owner)));
            call.answer().element("EnableDate", token.enabledSince());
        }
    }
}
