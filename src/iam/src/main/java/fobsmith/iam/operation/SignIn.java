package fobsmith.iam.operation;

import fobsmith.iam.Authority;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.Token;
import java.util.Optional;

/** A code of one of the caller's own devices, as the operations of STS take it. */
record SignIn(String serial, String code) {

    /** Nothing where neither member is given. */
    static Optional<SignIn> of(Input input) {
        var serial = input.optional("SerialNumber", Shape.STS_SERIAL_NUMBER);
        var code = input.optional("TokenCode", Shape.STS_TOKEN_CODE);
        input.require(
                serial.isPresent() == code.isPresent(),
                "SerialNumber and TokenCode must be given together, or neither of them.");
        return serial.flatMap(number -> code.map(digits -> new SignIn(number, digits)));
    }

    /** Looks at the code, which is used up if it was right; the device it is of. */
    Token take(Call call) {
        return switch (look(call).orElseThrow(SignIn::unknownDevice)) {
            case CodeOutcome.Accepted accepted -> accepted.token();
            case CodeOutcome.Refused _ ->
                // The blank at the end is AWS's, and clients match on it.
                throw new IamException(
                        IamError.ACCESS_DENIED,
                        "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        };
    }

    /** Devices are people's: a role has none. */
    private Optional<CodeOutcome> look(Call call) {
        if (call.caller().assumed() != null) {
            return Optional.empty();
        }
        try {
            var user = call.caller().user();
            return Optional.of(call.registry()
                    .typedCodes()
                    .signIn(call.actor(), user, Authority.serial(serial), OneTimePassword.parse(code)));
        } catch (RegistryRefusal.UnknownToken | IamException e) {
            return Optional.empty();
        }
    }

    private static IamException unknownDevice() {
        return new IamException(
                IamError.ACCESS_DENIED,
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is"
                        + " valid and associated with this user.");
    }

    /** The code is nobody's business. */
    @Override
    public String toString() {
        return "SignIn[%s]".formatted(serial);
    }
}
