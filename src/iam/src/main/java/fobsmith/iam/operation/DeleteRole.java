package fobsmith.iam.operation;

final class DeleteRole implements Operation {
    @Override
    public String action() {
        return "DeleteRole";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        call.input().requireValid();

        call.registry().roles().delete(call.actor(), call.role(action(), name));
    }
}
