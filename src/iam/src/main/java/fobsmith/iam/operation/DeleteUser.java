package fobsmith.iam.operation;

final class DeleteUser implements Operation {
    @Override
    public String action() {
        return "DeleteUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        call.input().requireValid();

        call.registry().users().delete(call.actor(), call.user(action(), name));
    }
}
