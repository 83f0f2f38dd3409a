package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;

/** The answer to GET CODE: a number, and behind it the slot's configuration. */
final class ToldCode {
    private static final int CONFIG_BEHIND_CODE = 4;

    private ToldCode() {}

    /** Of as many digits as the slot has. */
    static OneTimePassword of(Response answer, OtpProfile otp) {
        int digits = SlotContent.digits(answer.unsigned(CONFIG_BEHIND_CODE));
        var text = "%0" + digits + "d";
        var code = text.formatted(Integer.toUnsignedLong(answer.int32(0)));
        if (digits != otp.digits() || code.length() != digits) {
            throw new DeviceException.Malformed(
                    "a code of %d digits where %d were to be shown".formatted(code.length(), otp.digits()));
        }
        return OneTimePassword.parse(code);
    }
}
