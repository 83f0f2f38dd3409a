package fobsmith.cli.sim;

import fobsmith.firmware.ControlClient;
import fobsmith.provisioning.Operator;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;

/** Presses and reads a simulated token over the control API. Closes the client it was given. */
public final class SimulatedHands implements Operator {
    private final ControlClient simulator;

    public SimulatedHands(ControlClient simulator) {
        this.simulator = simulator;
    }

    @Override
    public void act(String instruction) {}

    @Override
    public CodePair readCodes(SerialNumber serial, int slot) {
        throw new IllegalStateException();
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
