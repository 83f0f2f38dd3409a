package fobsmith.iam.operation;

final class AddUserToGroup implements Operation {
    @Override
    public String action() {
        return "AddUserToGroup";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("GroupName", Shape.GROUP_NAME);
        var userName = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        call.input().requireValid();

        var group = call.group(action(), name);
        call.registry().groups().add(call.actor(), group, call.user(userName));
    }
}
