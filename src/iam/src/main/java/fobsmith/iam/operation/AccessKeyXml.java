package fobsmith.iam.operation;

import fobsmith.registry.AccessKey;
import fobsmith.registry.User;

/** An access key's members, with its secret in their midst where it is shown. */
final class AccessKeyXml {
    private AccessKeyXml() {}

    static void render(Call call, User user, AccessKey key) {
        render(call, user, key, () -> {});
    }

    static void render(Call call, User user, AccessKey key, Runnable secret) {
        var answer = call.answer();
        answer.element("UserName", user.name());
        answer.element("AccessKeyId", key.id());
        answer.element("Status", key.active() ? "Active" : "Inactive");
        secret.run();
        answer.element("CreateDate", key.createdAt());
    }
}
