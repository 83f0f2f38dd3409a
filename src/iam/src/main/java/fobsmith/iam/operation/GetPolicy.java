package fobsmith.iam.operation;

import fobsmith.iam.wire.QueryEncoding;

/** GetUserPolicy and its likes. */
record GetPolicy(Holder holder) implements Operation {
    @Override
    public String action() {
        return "Get%sPolicy".formatted(holder.word());
    }

    @Override
    public void answer(Call call) {
        var name = holder.name(call.input());
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        call.input().requireValid();

        var found = holder.require(call, action(), name);
        var policy = call.registry().inlinePolicies().get(found, policyName);

        call.answer().element(holder.word() + "Name", found.name());
        call.answer().element("PolicyName", policy.name());
        call.answer().element("PolicyDocument", QueryEncoding.encode(policy.document()));
    }
}
