package fobsmith.iam.operation;

import fobsmith.registry.User;

/** A user's members, as in every answer that shows one; lists show no tags. Root has no name. */
final class UserXml {
    private UserXml() {}

    static void render(Call call, User user) {
        var answer = call.answer();
        answer.element("Path", user.path());
        if (!user.isRoot()) {
            answer.element("UserName", user.name());
        }
        answer.element("UserId", user.id());
        answer.element("Arn", call.arn(user));
        answer.element("CreateDate", user.createdAt());
    }

    static void renderWithTags(Call call, User user) {
        render(call, user);
        TagXml.render(call, call.registry().tags().of(user));
    }
}
