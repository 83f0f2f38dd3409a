package fobsmith.iam.operation;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;

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
        call.mfaFirst().require(user);
        var serial = Call.serial(device.serialNumber());
        DeviceCodes.requireAccepted(call.toDevice(serial, () -> enable(call, user, serial, device.codes())));
    }

    /** Whether it is his first is looked at once more in the transaction that makes it his. */
    private static CodeOutcome enable(Call call, User user, SerialNumber serial, CodePair codes) {
        return call.mfaFirst().isMet(user)
                ? call.registry().typedCodes().enable(call.actor(), user, serial, codes)
                : call.registry().typedCodes().enableFirst(call.actor(), user, serial, codes);
    }
}
