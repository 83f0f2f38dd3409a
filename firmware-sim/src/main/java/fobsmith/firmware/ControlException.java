package fobsmith.firmware;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The control API cannot be served or reached, or it said no. The message is one sentence for people. */
public sealed class ControlException extends RuntimeException {
    private ControlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No simulator answers. */
    public static final class NotRunning extends ControlException {
        private NotRunning(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        static NotRunning withoutControlFile(Path file) {
            return new NotRunning("no simulator is running (no control file at %s)".formatted(file), null);
        }

        static NotRunning behind(Path file, Throwable cause) {
            return new NotRunning(
                    "no simulator is running (nothing answers at the address in control file %s)".formatted(file),
                    cause);
        }
    }

    /** The simulator refused. */
    public static final class Refused extends ControlException {
        private final int status;

        Refused(int status, String sentence) {
            super(sentence, null);
            this.status = status;
        }

        /** HTTP status: 400, 401, 404, 405, 409 or 413. */
        public int status() {
            return status;
        }
    }

    /** The port asked for is taken, or not ours to take. */
    public static final class PortBusy extends ControlException {
        PortBusy(int port, @Nullable Throwable cause) {
            super("port %d on 127.0.0.1 is busy or forbidden".formatted(port), cause);
        }
    }

    /** The control file cannot be written, or is not one. */
    public static final class ControlFileUnusable extends ControlException {
        ControlFileUnusable(Path file, String problem, @Nullable Throwable cause) {
            super("control file %s %s".formatted(file, problem), cause);
        }
    }
}
