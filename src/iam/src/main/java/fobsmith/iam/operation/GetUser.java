package fobsmith.iam.operation;

final class GetUser implements Operation {
    @Override
    public String action() {
        return "GetUser";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().optional("UserName", Shape.EXISTING_USER_NAME).orElseGet(call::callerName);
        call.input().requireValid();

        var user = call.user(action(), name);

        call.answer().element("User", () -> UserXml.renderWithTags(call, user));
    }
}
