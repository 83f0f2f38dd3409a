package fobsmith.iam.operation;

import fobsmith.registry.InlinePolicy;

/** PutUserPolicy and its likes. */
record PutPolicy(Holder holder) implements Operation {
    @Override
    public String action() {
        return "Put%sPolicy".formatted(holder.word());
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = holder.name(call.input());
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        var document = call.input().required("PolicyDocument", Shape.POLICY_DOCUMENT);
        call.input().requireValid();

        var found = holder.require(call, action(), name);
        Policies.requireValid(document, holder.kind(), name);

        call.registry().inlinePolicies().put(call.actor(), found, new InlinePolicy(policyName, document));
    }
}
