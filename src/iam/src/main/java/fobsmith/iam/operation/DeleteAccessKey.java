package fobsmith.iam.operation;

final class DeleteAccessKey implements Operation {
    @Override
    public String action() {
        return "DeleteAccessKey";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().optional("UserName", Shape.EXISTING_USER_NAME).orElseGet(call::callerName);
        var keyId = call.input().required("AccessKeyId", Shape.ACCESS_KEY_ID);
        call.input().requireValid();

        var user = call.user(action(), name);
        call.registry().accessKeys().delete(call.actor(), user, keyId);
    }
}
