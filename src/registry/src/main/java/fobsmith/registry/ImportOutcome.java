package fobsmith.registry;

/**
 * What an import into the registry did.
 *
 * @param added tokens that were not there before
 * @param known tokens that were there with the same seed, and are as they were
 * @param retired tokens that were there without a seed to compare, and stay retired
 * @param replaced tokens that were there with another seed or profile, and have this one now
 * @param reserved tokens that were set aside for users
 */
public record ImportOutcome(int added, int known, int retired, int replaced, int reserved) {
    static final ImportOutcome NOTHING = new ImportOutcome(0, 0, 0, 0, 0);
    static final ImportOutcome KNOWN = new ImportOutcome(0, 1, 0, 0, 0);
    static final ImportOutcome RETIRED = new ImportOutcome(0, 0, 1, 0, 0);
    static final ImportOutcome REPLACED = new ImportOutcome(0, 0, 0, 1, 0);

    static ImportOutcome added(int tokens) {
        return new ImportOutcome(tokens, 0, 0, 0, 0);
    }

    ImportOutcome plus(ImportOutcome more) {
        return new ImportOutcome(
                added + more.added,
                known + more.known,
                retired + more.retired,
                replaced + more.replaced,
                reserved + more.reserved);
    }

    ImportOutcome withReserved(int tokens) {
        return new ImportOutcome(added, known, retired, replaced, tokens);
    }

    /** How many tokens came, whatever became of them. */
    public int taken() {
        return added + known + retired + replaced;
    }

    /** Whether anything is other than before. */
    public boolean changed() {
        return added + replaced + reserved > 0;
    }
}
