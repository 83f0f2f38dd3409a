package fobsmith.iam.operation;

/** DeleteUserPolicy and its likes. */
record DeletePolicy(Holder holder) implements Operation {
    @Override
    public String action() {
        return "Delete%sPolicy".formatted(holder.word());
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = holder.name(call.input());
        var policyName = call.input().required("PolicyName", Shape.POLICY_NAME);
        call.input().requireValid();

        var found = holder.require(call, action(), name);
        call.registry().inlinePolicies().delete(call.actor(), found, policyName);
    }
}
