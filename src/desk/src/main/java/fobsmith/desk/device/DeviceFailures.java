package fobsmith.desk.device;

import fobsmith.desk.Shift;
import fobsmith.desk.controls.Outcome;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.RegistryRefusal;

/** Says on the screen itself why a deed done to a device failed. */
public final class DeviceFailures {
    private DeviceFailures() {}

    /** The device was there when it was chosen: if it is not any more, somebody else was quicker. */
    public static void say(Exception failure, Shift shift, Outcome outcome) {
        var messages = shift.messages();
        if (isUnknown(failure)) {
            outcome.say(Outcome.Kind.REFUSAL, messages.text("device.changed"), messages.text("device.changed.remedy"));
            return;
        }
        shift.desk().failures().say(failure, outcome);
    }

    /** Whether there is no such device, as far as the operator may know. */
    public static boolean isUnknown(Exception failure) {
        return failure instanceof RegistryRefusal.UnknownToken
                || (failure instanceof IamException iam && iam.error() == IamError.NO_SUCH_ENTITY);
    }
}
