package fobsmith.seedfiles;

/**
 * A key or line of a seed file from which no key was taken although the file was read on.
 *
 * @param line where it stands, counted from 1; the number of the entry or part where a format has no lines
 * @param reason one sentence that names the token or line, and never a secret
 * @param tolerated whether only {@link Leniency#LEAVE_OUT_UNUSABLE_KEYS} kept it from being the end of the whole file
 */
public record Omission(int line, String reason, boolean tolerated) {
    /** One that would have been the end of the file. */
    Omission(int line, SeedFileException fault) {
        this(line, String.valueOf(fault.getMessage()), true);
    }

    /** One that never ends a file. */
    static Omission harmless(int line, String reason) {
        return new Omission(line, reason, false);
    }
}
