package fobsmith.iam.operation;

import fobsmith.iam.Resource;

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

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        call.registry().accessKeys().delete(call.actor(), call.user(name), keyId);
    }
}
