package fobsmith.iam.operation;

import fobsmith.registry.InlinePolicy;
import java.util.Locale;

/** ListUserPolicies and its likes. */
record ListPolicies(Holder holder) implements Operation {
    @Override
    public String action() {
        return "List%sPolicies".formatted(holder.word());
    }

    @Override
    public void answer(Call call) {
        var name = holder.name(call.input());
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        var found = holder.require(call, action(), name);
        var page = call.registry().inlinePolicies().list(found, marker.first(), limit);

        call.answer()
                .list(
                        "PolicyNames",
                        page.items().stream().map(InlinePolicy::name).toList());
        Marker.render(call.answer(), page, policy -> new Marker(policy.name().toLowerCase(Locale.ROOT), ""));
    }
}
