package fobsmith.iam.operation;

/** Of virtual devices, and of hardware, which AWS does not tag. */
final class UntagMfaDevice implements Operation {
    @Override
    public String action() {
        return "UntagMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var serial = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        var keys = call.input().requiredTagKeys();
        call.input().requireValid();

        call.deeds().untag(serial, keys);
    }
}
