package fobsmith.seedfiles;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A seed file or QR image that gives no seed, or takes none. The message is one sentence that names the token, the key or the line, and
 * never a secret; for the same reason no parser's own exception is kept as the cause.
 */
public abstract sealed class SeedFileException extends RuntimeException {
    private final boolean ofOneKey;
    private final @Nullable Remedy remedy;

    private SeedFileException(String message, boolean ofOneKey, @Nullable Remedy remedy) {
        super(message);
        this.ofOneKey = ofOneKey;
        this.remedy = remedy;
    }

    private SeedFileException(String message, IOException cause) {
        super(message, cause);
        ofOneKey = false;
        remedy = null;
    }

    /** For what cannot be written into a seed file; the reason names the token and never a secret. */
    public static SeedFileException notWritable(String reason) {
        return new Refused(reason);
    }

    /** Whether only one key of the file is at fault, so that the rest could be read. */
    public boolean ofOneKey() {
        return ofOneKey;
    }

    /** With what the reader would take it; nothing where that is not known, or there is no such thing. */
    public Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }

    /** The content breaks the rules of its format, or is larger than any honest file: ask the vendor for another. */
    public static final class Malformed extends SeedFileException {
        Malformed(String message) {
            this(message, false);
        }

        Malformed(String message, boolean ofOneKey) {
            super(message, ofOneKey, null);
        }
    }

    /** The content is understood and not accepted: the message says what stands in the way. */
    public static final class Refused extends SeedFileException {
        Refused(String message) {
            this(message, false, null);
        }

        /** Of the whole file. */
        Refused(String message, Remedy remedy) {
            this(message, false, remedy);
        }

        Refused(String message, boolean ofOneKey, @Nullable Remedy remedy) {
            super(message, ofOneKey, remedy);
        }
    }

    /** The file could not be read to its end: disk, network share, stick pulled out. */
    public static final class Unreadable extends SeedFileException {
        Unreadable(IOException cause) {
            super("the seed file cannot be read to its end", cause);
        }
    }
}
