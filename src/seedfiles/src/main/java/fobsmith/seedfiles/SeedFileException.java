package fobsmith.seedfiles;

import java.io.IOException;

/**
 * A seed file or QR image that gives no seed. The message is one sentence that names the token, the key or the line, and
 * never a secret; for the same reason no parser's own exception is kept as the cause.
 */
public abstract sealed class SeedFileException extends RuntimeException {
    private SeedFileException(String message) {
        super(message);
    }

    private SeedFileException(String message, IOException cause) {
        super(message, cause);
    }

    /** The content breaks the rules of its format, or is larger than any honest file: ask the vendor for another. */
    public static final class Malformed extends SeedFileException {
        Malformed(String message) {
            super(message);
        }
    }

    /** The content is understood and not accepted: the message says what stands in the way. */
    public static final class Refused extends SeedFileException {
        Refused(String message) {
            super(message);
        }
    }

    /** The file could not be read to its end: disk, network share, stick pulled out. */
    public static final class Unreadable extends SeedFileException {
        Unreadable(IOException cause) {
            super("the seed file cannot be read to its end", cause);
        }
    }
}
