package fobsmith.firmware.ykoath;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.util.concurrent.locks.Condition;

/** Somebody's finger on a token's sensor, or nobody's. Used with the token's lock held, which a wait gives back meanwhile. */
final class Finger {
    private final YubiKeyDescription description;
    private final Condition changed;
    private Touch when;
    private boolean awaited;
    private boolean pressed;
    private boolean gone;

    /** The condition is one of the token's lock. */
    Finger(YubiKeyDescription description, Condition changed) {
        this.description = description;
        this.changed = changed;
        this.when = description.touch();
    }

    void comes(Touch other) {
        when = other;
        changed.signalAll();
    }

    /** Refuses the command with 6982 where the token is not touched in time. */
    void require() {
        boolean touched = switch (when) {
            case AT_ONCE -> true;
            case NEVER -> false;
            case BY_HAND -> await();
        };
        Refusal.unless(touched, Refusal.SECURITY);
    }

    private boolean await() {
        awaited = true;
        pressed = false;
        gone = false;
        try {
            long left = description.patience().toNanos();
            while (!pressed && !gone && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            awaited = false;
        }
        if (gone) {
            throw new PowerLost(
                    "token %s lost its power while it waited to be touched".formatted(description.serial()));
        }
        return pressed;
    }

    boolean isAwaited() {
        return awaited;
    }

    void press() {
        if (!awaited) {
            throw new RefusedException("token %s does not wait to be touched".formatted(description.serial()));
        }
        pressed = true;
        changed.signalAll();
    }

    /** The token has lost its power: nothing waits any more. */
    void leave() {
        gone = true;
        changed.signalAll();
    }
}
