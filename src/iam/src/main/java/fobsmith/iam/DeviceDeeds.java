package fobsmith.iam;

import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.User;
import java.util.List;

/** What is done to devices, the same for the API and the onboarding desk. Users are those whom the caller may do it to. */
public record DeviceDeeds(Authority authority) {
    /** Gives a free device to the user. */
    public CodeOutcome enable(User user, String serialNumber, CodePair codes) {
        authority.mfaFirst().require(user);
        var serial = Authority.serial(serialNumber);
        var typed = authority.registry().typedCodes();
        var voucher = authority.mfaFirst().voucher(user);
        return authority.toDevice(serial, () -> typed.enable(authority.actor(), user, serial, codes, voucher));
    }

    /** Learns anew how far the clock of the user's device is off. */
    public CodeOutcome resync(User user, String serialNumber, CodePair codes) {
        var serial = Authority.serial(serialNumber);
        return authority.toDevice(
                serial, () -> authority.registry().typedCodes().resync(authority.actor(), user, serial, codes));
    }

    /** Takes the device from the user. */
    public SerialNumber deactivate(User user, String serialNumber) {
        authority.mfaFirst().require(user);
        var serial = Authority.serial(serialNumber);
        return authority.toDevice(serial, () -> {
            authority
                    .registry()
                    .tokens()
                    .deactivate(
                            authority.actor(),
                            user,
                            serial,
                            authority.mfaFirst().voucher(user));
            return serial;
        });
    }

    /** Deletes a virtual device that nobody has. */
    public void deleteVirtual(String serialNumber) {
        authority.authorizer().require("DeleteVirtualMFADevice", authority.device(serialNumber));
        switch (Authority.serial(serialNumber)) {
            case SerialNumber.VirtualArn arn -> {
                try {
                    authority.registry().virtualDevices().delete(authority.actor(), arn);
                } catch (RegistryRefusal.WrongState _) {
                    throw new IamException(IamError.DELETE_CONFLICT, "MFA VirtualDevice in use. Must deactivate first");
                }
            }
            // A fob on the shelf is not a virtual device.
            case SerialNumber.Hardware _ -> throw Refusals.unknownDevice(serialNumber);
        }
    }

    /** Asks whether the caller may make a virtual device of this ARN with these tags. */
    public void requireNewVirtual(SerialNumber.VirtualArn serial, List<Tag> tags) {
        authority
                .authorizer()
                .require(
                        "CreateVirtualMFADevice",
                        Resource.newDevice(serial.value()).tagging(tags));
    }

    /** Adds tags to a device, and overwrites those of equal keys. */
    public void tag(String serialNumber, List<Tag> tags) {
        authority
                .authorizer()
                .require("TagMFADevice", authority.device(serialNumber).tagging(tags));
        authority.registry().tags().put(authority.actor(), authority.requireKnowable(serialNumber), tags);
    }

    /** Takes tags from a device; keys that are not there are no mistake. */
    public void untag(String serialNumber, List<String> keys) {
        authority
                .authorizer()
                .require("UntagMFADevice", authority.device(serialNumber).untagging(keys));
        authority.registry().tags().remove(authority.actor(), authority.requireKnowable(serialNumber), keys);
    }
}
