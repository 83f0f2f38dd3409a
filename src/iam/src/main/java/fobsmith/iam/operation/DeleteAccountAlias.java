package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class DeleteAccountAlias implements Operation {
    @Override
    public String action() {
        return "DeleteAccountAlias";
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

        call.registry().account().deleteAlias(call.actor(), alias);
    }
}
