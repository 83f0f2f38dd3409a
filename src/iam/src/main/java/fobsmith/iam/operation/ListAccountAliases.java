package fobsmith.iam.operation;

import fobsmith.iam.Resource;

final class ListAccountAliases implements Operation {
    @Override
    public String action() {
        return "ListAccountAliases";
    }

    @Override
    public void answer(Call call) {
        Marker.of(call.input());
        Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), Resource.NOTHING);

        var aliases = call.registry().account().alias().stream().toList();

        call.answer().list("AccountAliases", aliases);
        call.answer().element("IsTruncated", "false");
    }
}
