package fobsmith.iam.operation;

import fobsmith.iam.TrustedPrincipals;
import fobsmith.iam.wire.QueryEncoding;
import fobsmith.registry.Role;

/** A role's members, as in every answer that shows one; lists show no tags. */
final class RoleXml {
    private RoleXml() {}

    static void render(Call call, Role role) {
        var answer = call.answer();
        answer.element("Path", role.path());
        answer.element("RoleName", role.name());
        answer.element("RoleId", role.id());
        answer.element("Arn", role.arn(call.registry().accountId()));
        answer.element("CreateDate", role.createdAt());
        var trust = new TrustedPrincipals(call.registry()).show(role.trustPolicy());
        answer.element("AssumeRolePolicyDocument", QueryEncoding.encode(trust));
        var description = role.description();
        if (description != null) {
            answer.element("Description", description);
        }
        answer.element("MaxSessionDuration", Long.toString(role.longestSession().toSeconds()));
    }

    static void renderWithTags(Call call, Role role) {
        render(call, role);
        TagXml.render(call, call.registry().tags().of(role));
    }
}
