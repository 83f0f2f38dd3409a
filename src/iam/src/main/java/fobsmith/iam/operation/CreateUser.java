package fobsmith.iam.operation;

final class CreateUser implements Operation {
    @Override
    public String action() {
        return "CreateUser";
    }

    @Override
    public void answer(Call call) {
        var path = call.input().optional("Path", Shape.PATH).orElse("/");
        var name = call.input().required("UserName", Shape.NEW_USER_NAME);
        call.input().requireValid();

        call.authorizer().require(call.caller(), action(), call.authorizer().userArn(path, name));

        var user = call.registry().users().create(call.actor(), name, path, false);

        call.answer().element("User", () -> UserXml.render(call, user));
    }
}
