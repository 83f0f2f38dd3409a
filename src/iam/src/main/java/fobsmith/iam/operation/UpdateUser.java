package fobsmith.iam.operation;

import fobsmith.iam.Resource;

/** Needs permission for the user as he is and as he will be. */
final class UpdateUser implements Operation {
    @Override
    public String action() {
        return "UpdateUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var newPath = call.input().optional("NewPath", Shape.NEW_PATH);
        var newName = call.input().optional("NewUserName", Shape.RENAMED_USER_NAME);
        call.input().requireValid();

        var user = call.user(action(), name);
        var path = newPath.orElse(user.path());
        var renamed = newName.orElse(user.name());
        call.authorizer().require(action(), Resource.newUser(call.registry(), path, renamed));

        call.registry().users().update(call.actor(), user, renamed, path);
    }
}
