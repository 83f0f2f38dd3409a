package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class GetRole implements Operation {
    @Override
    public String action() {
        return "GetRole";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.role(call.registry(), name));

        var role = call.registry().roles().get(name);

        call.answer().element("Role", () -> RoleXml.renderWithTags(call, role));
    }
}
