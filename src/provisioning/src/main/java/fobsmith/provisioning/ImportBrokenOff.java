package fobsmith.provisioning;

import fobsmith.registry.RegistryException;
import fobsmith.seedfiles.SeedFileException;

/**
 * Something that is not in the seed file broke its import off: a stick pulled out, a full disk, a busy database. Nothing
 * appeared in the registry; what was taken waits for the same file.
 */
public final class ImportBrokenOff extends RuntimeException {
    private final String hint;

    private ImportBrokenOff(String hint, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.hint = hint;
    }

    /** Our own mistakes stay what they are, and so does a failure before anything was taken. */
    static RuntimeException by(RuntimeException failure, long taken) {
        return switch (failure) {
            case SeedFileException.Unreadable _ when taken > 0 -> new ImportBrokenOff(goesOn(taken), failure);
            case RegistryException registry
            when taken > 0 -> new ImportBrokenOff(registry.hint() + "; " + goesOn(taken), failure);
            default -> failure;
        };
    }

    private static String goesOn(long taken) {
        return "import the same file again to go on after its key %d, or give it up with".formatted(taken)
                + " \"fobsmith token import --abandon\"";
    }

    /** What to do about it, as one sentence. */
    public String hint() {
        return hint;
    }
}
