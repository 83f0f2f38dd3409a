package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.InlinePolicy;
import java.util.Locale;

final class ListUserPolicies implements Operation {
    @Override
    public String action() {
        return "ListUserPolicies";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("UserName", Shape.EXISTING_USER_NAME);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.user(call.registry(), name));

        var page = call.registry().inlinePolicies().list(call.user(name), marker.first(), limit);

        call.answer()
                .list("PolicyNames", page.items().stream().map(InlinePolicy::name).toList());
        Marker.render(call.answer(), page, policy -> new Marker(policy.name().toLowerCase(Locale.ROOT), ""));
    }
}
