package fobsmith.iam.operation;

import fobsmith.iam.Resource;

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

        call.authorizer().require(action(), Resource.role(call.registry(), name));

        call.registry().roles().delete(call.actor(), call.registry().roles().get(name));
    }
}
