package fobsmith.firmware.flipper;

import java.util.Optional;
import java.util.function.Supplier;

/** A command waits until somebody has entered the PIN at the device. */
record PinWait(Supplier<Optional<Dialogue>> command) implements Waiting {
    @Override
    public WaitingFor what() {
        return WaitingFor.PIN;
    }

    @Override
    public Optional<Dialogue> key(int key, Output output) {
        return key == CTRL_C ? done(false, output) : Optional.of(this);
    }

    @Override
    public Optional<Dialogue> done(boolean agreed, Output output) {
        output.deleteLastLine();
        if (agreed) {
            return command.get();
        }
        output.cancelled();
        return Optional.empty();
    }
}
