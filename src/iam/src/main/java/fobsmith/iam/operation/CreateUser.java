package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class CreateUser implements Operation {
    @Override
    public String action() {
        return "CreateUser";
    }

    @Override
    public void answer(Call call) {
        var path = call.input().optional("Path", Shape.PATH).orElse("/");
        var name = call.input().required("UserName", Shape.NEW_USER_NAME);
        var tags = call.input().tags();
        call.input().requireNoBoundary();
        call.input().requireValid();

        call.authorizer()
                .require(action(), Resource.newUser(call.registry(), path, name).tagging(tags));

        var user = call.registry().users().create(call.actor(), name, path, tags);

        call.answer().element("User", () -> UserXml.renderWithTags(call, user));
    }
}
