package fobsmith.iam.operation;

final class GetUser implements Operation {
    @Override
    public String action() {
        return "GetUser";
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        call.input().requireValid();

        var user = call.user(action(), whom);

        call.answer().element("User", () -> UserXml.renderWithTags(call, user));
    }
}
