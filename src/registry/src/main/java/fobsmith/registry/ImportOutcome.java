package fobsmith.registry;

/**
 * What an import into the registry did.
 *
 * @param added tokens that were not there before
 * @param known tokens that were there with the same seed, and are as they were
 * @param replaced tokens that were there with another seed or profile, and have this one now
 * @param reserved tokens that were set aside for users
 */
public record ImportOutcome(int added, int known, int replaced, int reserved) {
    /** Whether anything is other than before. */
    public boolean changed() {
        return added + replaced + reserved > 0;
    }
}
