package fobsmith.firmware;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Helidon announces every start and stop; a simulator in somebody's tests should not. Warnings pass. */
final class HelidonLogs {
    /** Held here because the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> CHATTY =
            List.of(Logger.getLogger("io.helidon.common.features"), Logger.getLogger("io.helidon.webserver"));

    private HelidonLogs() {}

    /** Leaves alone what somebody has configured. */
    static void quieten() {
        CHATTY.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
