package fobsmith.iam.operation;

/** Of virtual devices, and of hardware, which AWS does not tag. */
final class TagMfaDevice implements Operation {
    @Override
    public String action() {
        return "TagMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var serial = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        var tags = call.input().requiredTags();
        call.input().requireValid();

        call.deeds().tag(serial, tags);
    }
}
