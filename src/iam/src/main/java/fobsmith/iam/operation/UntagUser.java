package fobsmith.iam.operation;

final class UntagUser implements Operation {
    @Override
    public String action() {
        return "UntagUser";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var keys = call.input().requiredTagKeys();
        call.input().requireValid();

        var user = call.user(action(), name, resource -> resource.untagging(keys));
        call.registry().tags().remove(call.actor(), user, keys);
    }
}
