package fobsmith.iam.operation;

final class DeleteGroup implements Operation {
    @Override
    public String action() {
        return "DeleteGroup";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        call.input().requireValid();

        call.registry().groups().delete(call.actor(), call.group(action(), name));
    }
}
