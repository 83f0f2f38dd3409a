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
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        var keyId = call.input().required("AccessKeyId", Shape.ACCESS_KEY_ID);
        var status = call.input().requiredOneOf("Status", KeyStatus.ACTIVE);
        call.input().requireValid();

        var user = call.user(action(), whom);
        call.registry().accessKeys().setActive(call.actor(), user, keyId, status == KeyStatus.ACTIVE);
    }
}
