package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class GetUser implements Operation {
    @Override
    public String action() {
        return "GetUser";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().optional("UserName", Shape.EXISTING_USER_NAME).orElseGet(call::callerName);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        var user = call.user(name);

        call.answer().element("User", () -> UserXml.renderWithTags(call, user));
    }
}
