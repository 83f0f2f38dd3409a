package fobsmith.iam.operation;

final class TagUser implements Operation {
    @Override
    public String action() {
        return "TagUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var tags = call.input().requiredTags();
        call.input().requireValid();

        var user = call.user(action(), name, resource -> resource.tagging(tags));
        call.registry().tags().put(call.actor(), user, tags);
    }
}
