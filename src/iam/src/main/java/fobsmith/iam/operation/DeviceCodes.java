package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;

/** The members that Enable and Resync share: whose device, which one, and two codes. */
record DeviceCodes(String userName, String serialNumber, String code1, String code2) {

    static DeviceCodes of(Input input) {
        return new DeviceCodes(
                input.required("UserName", Shape.EXISTING_USER_NAME),
                input.required("SerialNumber", Shape.SERIAL_NUMBER),
                input.required("AuthenticationCode1", Shape.AUTHENTICATION_CODE),
                input.required("AuthenticationCode2", Shape.AUTHENTICATION_CODE));
    }

    CodePair codes() {
        return CodePair.parse(code1, code2);
    }

    /** The codes are nobody's business. */
    @Override
    public String toString() {
        return "DeviceCodes[%s, %s]".formatted(userName, serialNumber);
    }

    /** Why codes were refused is for the console and the audit trail only. */
    static void requireAccepted(CodeOutcome outcome) {
        switch (outcome) {
            case CodeOutcome.Accepted _ -> {}
            case CodeOutcome.Refused _ ->
                throw new IamException(
                        IamError.INVALID_AUTHENTICATION_CODE, "Authentication code for device is not valid.");
        }
    }
}
