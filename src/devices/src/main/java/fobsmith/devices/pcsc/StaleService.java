package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import java.util.Map;

/**
 * Java's connection to a PC/SC service that has ended. Java keeps one for as long as it runs and never makes another, so that a
 * program that outlives the service would find no card again. This makes Java forget it, behind its back: there is no other way
 * but a new process.
 */
final class StaleService {
    static final String FLAG = "--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED";

    private static final String KEEPER = "sun.security.smartcardio.PCSCTerminals";

    private StaleService() {}

    /** For a connection that an unanswered call keeps busy: where Java does not let us, the next call has its own limit. */
    static void forgetWherePossible() {
        try {
            forget();
        } catch (DeviceException.Unavailable _) {
            // Everybody finds the service again when the card is pulled out.
        }
    }

    /** @throws DeviceException.Unavailable where Java does not let us */
    static void forget() {
        try {
            var keeper = Class.forName(KEEPER);
            var context = keeper.getDeclaredField("contextId");
            var terminals = keeper.getDeclaredField("terminals");
            context.setAccessible(true);
            terminals.setAccessible(true);
            // Its own methods hold this lock when they use either.
            synchronized (keeper) {
                ((Map<?, ?>) terminals.get(null)).clear();
                context.setLong(null, 0);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new DeviceException.Unavailable(
                    "the PC/SC service was restarted, and Java keeps to the one before",
                    "start fobsmith again, by its launcher, which gives Java " + FLAG,
                    e);
        }
    }
}
