package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.Refusals;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;

final class DeleteVirtualMfaDevice implements Operation {
    @Override
    public String action() {
        return "DeleteVirtualMFADevice";
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public void answer(Call call) {
        var text = call.input().required("SerialNumber", Shape.SERIAL_NUMBER);
        call.input().requireValid();

        call.authorizer().require(action(), call.device(text));

        delete(call, text);
    }

    private static void delete(Call call, String text) {
        switch (Call.serial(text)) {
            case SerialNumber.VirtualArn arn -> {
                try {
                    call.registry().virtualDevices().delete(call.actor(), arn);
                } catch (RegistryRefusal.WrongState _) {
                    throw new IamException(IamError.DELETE_CONFLICT, "MFA VirtualDevice in use. Must deactivate first");
                }
            }
            // A fob on the shelf is not a virtual device.
            case SerialNumber.Hardware _ -> throw Refusals.unknownDevice(text);
        }
    }
}
