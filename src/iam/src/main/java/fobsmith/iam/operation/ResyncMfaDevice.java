package fobsmith.iam.operation;

import fobsmith.iam.Resource;

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

        call.authorizer().require(action(), Resource.user(call.registry(), device.userName()));

        var user = call.user(device.userName());
        var serial = Call.serial(device.serialNumber());
        DeviceCodes.requireAccepted(call.toDevice(
                serial, () -> call.registry().typedCodes().resync(call.actor(), user, serial, device.codes())));
    }
}
