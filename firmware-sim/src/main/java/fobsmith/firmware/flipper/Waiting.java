package fobsmith.firmware.flipper;

import java.util.Optional;

/** Waits for somebody to do something at the device itself. */
interface Waiting extends Dialogue {
    WaitingFor what();

    /** What comes after they did it, or would not. */
    Optional<Dialogue> done(boolean agreed, Output output);

    @Override
    default boolean isEnteredBy(int key) {
        return key == CTRL_C;
    }
}
