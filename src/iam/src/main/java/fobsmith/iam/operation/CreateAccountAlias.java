package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class CreateAccountAlias implements Operation {
    @Override
    public String action() {
        return "CreateAccountAlias";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var alias = call.input().required("AccountAlias", Shape.ACCOUNT_ALIAS);
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        call.registry().account().createAlias(call.actor(), alias);
    }
}
