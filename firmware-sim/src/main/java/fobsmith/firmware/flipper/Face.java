package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import java.util.Arrays;

/** The display: one entry's code, for whoever opens the application to see it; blank while that asks for its PIN. */
final class Face {
    private final String serial;
    private final Application application;

    Face(String serial, Application application) {
        this.serial = serial;
        this.application = application;
    }

    Display display() {
        return application.entries().size() == 0 ? blank() : display(application.selected());
    }

    Display display(int index) {
        requireExists(index);
        return application.isLocked() || application.rtc().clock().has(Fault.DEAD_BATTERY) ? blank() : code(index);
    }

    private Display code(int index) {
        var entry = application.entries().get(index);
        long seconds = application.rtc().utc().getEpochSecond();
        boolean timed = entry.kind() == Kind.TOTP;
        long moving = timed ? Math.floorDiv(seconds, entry.step()) : entry.counter();
        int left = timed ? entry.step() - Math.floorMod(seconds, entry.step()) : 0;
        var seed = application.entries().seed(index);
        try {
            var code = entry.hash().code(seed, entry.digits(), moving);
            return new Display(serial, application.rtc().clock().asRead(code), left);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    void requireExists(int index) {
        if (index < 0 || index >= application.entries().size()) {
            throw new RefusedException("token %s has no entry %d".formatted(serial, index + 1));
        }
    }

    private Display blank() {
        return new Display(serial, "", 0);
    }
}
