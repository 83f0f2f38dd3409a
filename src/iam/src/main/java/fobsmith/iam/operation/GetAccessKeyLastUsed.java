package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.AccessKey;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.User;

/** Whose key it is, is not told to those who may not know. */
final class GetAccessKeyLastUsed implements Operation {
    @Override
    public String action() {
        return "GetAccessKeyLastUsed";
    }

    @Override
    public void answer(Call call) {
        var keyId = call.input().required("AccessKeyId", Shape.ACCESS_KEY_ID);
        call.input().requireValid();

        var key = call.registry().accessKeys().find(keyId);
        var owner = key.flatMap(found -> call.registry().users().findById(found.userId()));
        call.authorizer()
                .require(
                        action(),
                        owner.map(user -> Resource.of(call.registry(), user).shownAs("*"))
                                .orElse(Resource.NOTHING));

        render(
                call,
                owner.orElseThrow(() -> new RegistryRefusal.UnknownAccessKey(keyId)),
                key.orElseThrow(() -> new RegistryRefusal.UnknownAccessKey(keyId)));
    }

    private static void render(Call call, User owner, AccessKey key) {
        var answer = call.answer();
        var use = key.lastUse();
        answer.element("UserName", owner.name());
        answer.element("AccessKeyLastUsed", () -> {
            if (use != null) {
                answer.element("LastUsedDate", use.at());
            }
            answer.element("ServiceName", use == null ? "N/A" : use.service());
            answer.element("Region", use == null ? "N/A" : use.region());
        });
    }
}
