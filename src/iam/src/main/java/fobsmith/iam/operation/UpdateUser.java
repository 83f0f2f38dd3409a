package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.User;

/** Needs permission for the user as he is and as he will be: his tags are the same. */
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
        var next = new User(
                user.id(),
                newName.orElse(user.name()),
                newPath.orElse(user.path()),
                user.createdAt(),
                user.sessionsValidFrom());
        call.authorizer().require(action(), Resource.of(call.registry(), next));

        call.registry().users().update(call.actor(), user, next.name(), next.path());
    }
}
