package fobsmith.cli.sim;

import fobsmith.devices.Instruction;
import fobsmith.firmware.ControlClient;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.Operator;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;

/**
 * Presses and reads a simulated Molto2 over the control API. Waits for nothing: to read the code of the step before, it turns
 * the token's clock back by one step and on again. Closes the client it was given.
 */
public final class SimulatedHands implements Operator {
    private final ControlClient simulator;
    private final String serial;

    /** For the token of this serial. */
    public SimulatedHands(ControlClient simulator, String serial) {
        this.simulator = simulator;
        this.serial = serial;
    }

    @Override
    public void act(Instruction instruction) {
        switch (instruction) {
            case PRESS_UP_ARROW -> simulator.pressUpArrow(serial);
        }
    }

    @Override
    public CodePair readCodes(SerialNumber number, int slot, OtpProfile.Totp profile) {
        simulator.shift(serial, profile.timeStep().negated());
        var before = simulator.press(serial, slot);
        simulator.shift(serial, profile.timeStep());
        var now = simulator.press(serial, slot);
        return CodePair.parse(before.display(), now.display());
    }

    @Override
    public void told(String progress) {}

    @Override
    public void codesWereWrong(int timesLeft) {}

    @Override
    public void close() {
        simulator.close();
    }
}
