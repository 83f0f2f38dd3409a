package fobsmith.iam.operation;

final class DeleteVirtualMfaDevice implements Operation {
    @Override
    public String action() {
        return "DeleteVirtualMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var text = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        call.input().requireValid();

        call.deeds().deleteVirtual(text);
    }
}
