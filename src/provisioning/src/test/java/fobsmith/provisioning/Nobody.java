package fobsmith.provisioning;

import fobsmith.devices.Instruction;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;

/** Whoever is asked to do anything here is asked in vain. */
final class Nobody implements Operator {
    @Override
    public void act(Instruction instruction) {
        throw new AssertionError("there is no button: " + instruction);
    }

    @Override
    public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
        throw new AssertionError("there is no display");
    }

    @Override
    public void told(String progress) {}

    @Override
    public void codesWereWrong(int timesLeft) {
        throw new AssertionError("a token does not mistype");
    }
}
