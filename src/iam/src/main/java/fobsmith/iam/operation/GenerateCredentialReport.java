package fobsmith.iam.operation;

import fobsmith.iam.Resource;

/** There is nothing to wait for: the report is made when it is read. */
final class GenerateCredentialReport implements Operation {
    @Override
    public String action() {
        return "GenerateCredentialReport";
    }

    @Override
    public void answer(Call call) {
        call.authorizer().require(action(), Resource.NOTHING);

        call.answer().element("State", "COMPLETE");
    }
}
