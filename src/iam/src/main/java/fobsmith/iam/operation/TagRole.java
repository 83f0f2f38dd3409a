package fobsmith.iam.operation;

final class TagRole implements Operation {
    @Override
    public String action() {
        return "TagRole";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var tags = call.input().requiredTags();
        call.input().requireValid();

        var role = call.role(action(), name, resource -> resource.tagging(tags));
        call.registry().tags().put(call.actor(), role, tags);
    }
}
