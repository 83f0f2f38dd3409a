package fobsmith.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The registry as a whole cannot be used; nothing has been changed. The hint says the way out. */
public abstract sealed class RegistryException extends RuntimeException {
    private final String hint;

    private RegistryException(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it, as one sentence. */
    public String hint() {
        return hint;
    }

    /** There is no registry, or the file is something else. */
    public static final class NotFound extends RegistryException {
        NotFound(String message) {
            super(message, "make one with \"fobsmith init\"", null);
        }
    }

    /** Init on top of something that exists. */
    public static final class Exists extends RegistryException {
        Exists(String message) {
            super(message, "choose another place with --registry, or use the registry that is there", null);
        }
    }

    /** Written by a newer fobsmith. */
    public static final class NewerVersion extends RegistryException {
        NewerVersion(Path file, String theirs, String ours) {
            super(
                    "registry %s is of version %s, this fobsmith knows versions up to %s".formatted(file, theirs, ours),
                    "use the fobsmith that wrote it, or a newer one",
                    null);
        }
    }

    /** Migration needs the registry alone. */
    public static final class InUse extends RegistryException {
        InUse(Path file) {
            super(
                    "registry %s must be migrated, but another process is using or migrating it".formatted(file),
                    "stop the other fobsmith processes, or wait for the migration to end, then try again",
                    null);
        }
    }

    /** A migration holds the registry. */
    public static final class Migrating extends RegistryException {
        Migrating(Path file) {
            super(
                    "registry %s is being migrated by another process".formatted(file),
                    "wait for the migration to end, then try again",
                    null);
        }
    }

    /** The registry key given does not open this registry. */
    public static final class WrongKey extends RegistryException {
        WrongKey(String message, String hint) {
            super(message, hint, null);
        }
    }

    /** A file or descriptor that should hold a secret does not, or shows it to others. */
    public static final class NoSecret extends RegistryException {
        NoSecret(String message, String hint) {
            super(message, hint, null);
        }
    }

    /** Sealed bytes do not open: another key sealed them, or they were changed or moved. */
    public static final class SealBroken extends RegistryException {
        SealBroken() {
            super(
                    "sealed data in the registry does not open: it was changed, moved, or sealed under another key",
                    "run \"fobsmith audit verify\" and compare with a backup",
                    null);
        }
    }

    /** An audit export that this registry's audit key did not make, or that was changed. */
    public static final class ForeignExport extends RegistryException {
        ForeignExport(long seq) {
            super(
                    "record %d of the audit export is not this registry's: it was changed, or lines before it are missing"
                            .formatted(seq),
                    "give the whole file that \"fobsmith audit export\" wrote",
                    null);
        }
    }

    /** The wall clock stands before a time that has already been committed. */
    public static final class ClockWentBack extends RegistryException {
        ClockWentBack(Instant wall, Instant committed) {
            super(
                    "the clock says %s, %d s before the last change in the registry"
                            .formatted(wall, Duration.between(wall, committed).toSeconds()),
                    "set the clock right; if the earlier time was the wrong one, run \"fobsmith clock accept\"",
                    null);
        }
    }

    /** What an import had taken before it was broken off is not what its file holds now. */
    public static final class StaleImport extends RegistryException {
        StaleImport(String source) {
            super(
                    "what was taken of %s before its import was broken off is not what it holds now".formatted(source),
                    "nothing was imported; import the file again, from its start",
                    null);
        }
    }

    /** The database failed: disk full, file gone, lock held too long. */
    public static final class Unavailable extends RegistryException {
        Unavailable(String message, @Nullable Throwable cause) {
            super(message, "look at the disk and at other processes that use the registry, then try again", cause);
        }

        static Unavailable because(SQLException e) {
            return new Unavailable("the registry's database failed: " + e.getMessage(), e);
        }
    }
}
