package fobsmith.iam.operation;

import fobsmith.registry.Group;

/** A group's members, as in every answer that shows one. */
final class GroupXml {
    private GroupXml() {}

    static void render(Call call, Group group) {
        var answer = call.answer();
        answer.element("Path", group.path());
        answer.element("GroupName", group.name());
        answer.element("GroupId", group.id());
        answer.element("Arn", group.arn(call.registry().accountId()));
        answer.element("CreateDate", group.createdAt());
    }
}
