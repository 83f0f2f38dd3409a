package fobsmith.provisioning;

import fobsmith.devices.Instruction;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;

/** Whoever stands at the bench: does what a token needs hands for, and types what its display shows. One thread. */
public interface Operator extends AutoCloseable {
    /**
     * Returns when it has been done.
     *
     * @throws ProvisioningException.GivenUp where it will not be
     */
    void act(Instruction instruction);

    /**
     * Two codes that follow each other, the older first.
     *
     * @param slot number of the token's profile to look at
     * @param profile how its codes are made
     * @throws ProvisioningException.GivenUp where none are to be had
     */
    CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile);

    /** What has been done, for whoever watches. */
    void told(String progress);

    /** The two codes that were typed last are wrong; they are asked for again unless it was the last time. */
    void codesWereWrong(int timesLeft);

    @Override
    default void close() {}
}
