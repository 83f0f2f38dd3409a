package fobsmith.iam.operation;

/** UserName defaults to the caller, as in the newest service model. */
final class DeactivateMfaDevice implements Operation {
    @Override
    public String action() {
        return "DeactivateMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.EXISTING_USER_NAME);
        var serial = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        call.input().requireValid();

        call.deeds().deactivate(call.user(action(), whom), serial);
    }
}
