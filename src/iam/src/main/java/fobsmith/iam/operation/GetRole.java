package fobsmith.iam.operation;

final class GetRole implements Operation {
    @Override
    public String action() {
        return "GetRole";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        call.input().requireValid();

        var role = call.role(action(), name);

        call.answer().element("Role", () -> RoleXml.renderWithTags(call, role));
    }
}
