package fobsmith.iam.operation;

/** Of virtual devices, and of hardware, which AWS does not tag. */
final class ListMfaDeviceTags implements Operation {
    @Override
    public String action() {
        return "ListMFADeviceTags";
    }

    @Override
    public void answer(Call call) {
        var serial = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        var marker = Marker.of(call.input());
        int limit = Marker.limit(call.input());
        call.input().requireValid();

        call.authorizer().require(action(), call.device(serial));

        var device = call.registry().tokens().get(call.requireKnowable(serial));
        var page = call.registry().tags().list(device, marker.first(), limit);

        TagXml.render(call, page);
    }
}
