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
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        var keyId = call.input().required("AccessKeyId", Shape.ACCESS_KEY_ID);
        call.input().requireValid();

        var user = call.user(action(), whom);
        call.registry().accessKeys().delete(call.actor(), user, keyId);
    }
}
