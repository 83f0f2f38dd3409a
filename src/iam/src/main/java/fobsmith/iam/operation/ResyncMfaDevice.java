package fobsmith.iam.operation;

final class ResyncMfaDevice implements Operation {
    @Override
    public String action() {
        return "ResyncMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var device = DeviceCodes.of(call.input());
        call.input().requireValid();

        var user = call.user(action(), device.userName());
        DeviceCodes.requireAccepted(call.deeds().resync(user, device.serialNumber(), device.codes()));
    }
}
