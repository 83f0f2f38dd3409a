package fobsmith.iam.operation;

/** Never denied. */
final class GetCallerIdentity implements Operation {
    @Override
    public String action() {
        return "GetCallerIdentity";
    }

    @Override
    public void answer(Call call) {
        call.answer().element("Arn", call.caller().arn(call.registry().accountId()));
        call.answer().element("UserId", call.caller().uniqueId());
        call.answer().element("Account", call.registry().accountId());
    }
}
