package fobsmith.iam.operation;

import fobsmith.iam.Authority;
import fobsmith.registry.RegistryRefusal;

/** AWS describes it for security keys only; here it serves every device. */
final class GetMfaDevice implements Operation {
    @Override
    public String action() {
        return "GetMFADevice";
    }

    @Override
    public void answer(Call call) {
        var whom = call.whom(Shape.NEW_USER_NAME);
        var text = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        call.input().requireValid();

        var user = call.user(action(), whom);
        var serial = Authority.serial(text);
        var device = call.toDevice(
                serial,
                () -> call.registry()
                        .tokens()
                        .findEnabled(user, serial)
                        .orElseThrow(() -> new RegistryRefusal.UnknownToken(text)));

        call.answer().element("UserName", user.name());
        call.answer().element("SerialNumber", device.serial().value());
        call.answer().element("EnableDate", device.enabledSince());
    }
}
