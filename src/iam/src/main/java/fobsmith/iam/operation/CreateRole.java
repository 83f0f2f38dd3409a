package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.Roles;
import java.time.Duration;

final class CreateRole implements Operation {
    @Override
    public String action() {
        return "CreateRole";
    }

    @Override
    public void answer(Call call) {
        var path = call.input().optional("Path", Shape.PATH).orElse("/");
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var trust = call.input().required("AssumeRolePolicyDocument", Shape.POLICY_DOCUMENT);
        var description = call.input().optional("Description", Shape.DESCRIPTION);
        int longest = call.input().number("MaxSessionDuration", 3600, 43_200, 3600);
        var tags = call.input().tags();
        call.input().requireNoBoundary();
        call.input().requireValid();

        call.authorizer()
                .require(action(), Resource.newRole(call.registry(), path, name).tagging(tags));
        var kept = Policies.validTrust(call, trust);

        var role = call.registry()
                .roles()
                .create(
                        call.actor(),
                        new Roles.Draft(name, path, kept, description.orElse(null), Duration.ofSeconds(longest), tags));

        call.answer().element("Role", () -> RoleXml.renderWithTags(call, role));
    }
}
