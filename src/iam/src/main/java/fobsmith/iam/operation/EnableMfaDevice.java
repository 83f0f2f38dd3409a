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

        call.authorizer().requireUser(call.caller(), action(), device.userName());

        var user = call.user(device.userName());
        var serial = Call.serial(device.serialNumber());
        DeviceCodes.requireAccepted(call.registry().typedCodes().enable(call.actor(), user, serial, device.codes()));
    }
}
