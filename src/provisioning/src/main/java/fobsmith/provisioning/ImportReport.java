package fobsmith.provisioning;

import fobsmith.registry.ImportOutcome;
import fobsmith.seedfiles.Omission;
import java.util.List;

/**
 * What an import did.
 *
 * @param read tokens in the file that were taken
 * @param added tokens that were not in the registry before
 * @param known tokens that were in the registry already, with the same seed
 * @param retired tokens that are retired in the registry, and stay so
 * @param replaced tokens that were in the registry with another seed, and have this one now
 * @param reserved tokens that were set aside for users
 * @param resumedAfter how many of the tokens had been taken before the import was broken off, and were not stored again
 * @param omissions what of the file was not taken, and why
 * @param signedButNotVerified the file bears a signature that nobody has checked
 */
public record ImportReport(
        int read,
        int added,
        int known,
        int retired,
        int replaced,
        int reserved,
        long resumedAfter,
        List<Omission> omissions,
        boolean signedButNotVerified) {
    static ImportReport of(
            ImportOutcome outcome, long resumedAfter, List<Omission> omissions, boolean signedButNotVerified) {
        return new ImportReport(
                outcome.taken(),
                outcome.added(),
                outcome.known(),
                outcome.retired(),
                outcome.replaced(),
                outcome.reserved(),
                resumedAfter,
                List.copyOf(omissions),
                signedButNotVerified);
    }

    /** Whether the registry is other than before. */
    public boolean changed() {
        return added + replaced + reserved > 0;
    }
}
