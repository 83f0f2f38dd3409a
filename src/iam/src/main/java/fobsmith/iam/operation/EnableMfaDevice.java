package fobsmith.iam.operation;

/** By serial number for hardware, by ARN for virtual devices. */
final class EnableMfaDevice implements Operation {
    @Override
    public String action() {
        return "EnableMFADevice";
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
        DeviceCodes.requireAccepted(call.deeds().enable(user, device.serialNumber(), device.codes()));
    }
}
