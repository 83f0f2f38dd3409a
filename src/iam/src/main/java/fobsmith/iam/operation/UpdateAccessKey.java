package fobsmith.iam.operation;

final class UpdateAccessKey implements Operation {
    @Override
    public String action() {
        return "UpdateAccessKey";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().optional("UserName", Shape.EXISTING_USER_NAME).orElseGet(call::callerName);
        var keyId = call.input().required("AccessKeyId", Shape.ACCESS_KEY_ID);
        var status = call.input().requiredOneOf("Status", KeyStatus.ACTIVE);
        call.input().requireValid();

        var user = call.user(action(), name);
        call.registry().accessKeys().setActive(call.actor(), user, keyId, status == KeyStatus.ACTIVE);
    }
}
