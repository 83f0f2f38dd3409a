package fobsmith.seedfiles;

import java.util.Optional;

/** Reads a file entry by entry, whatever its entries are. */
final class EntryReader implements SeedFileReader {
    private final KeyEntries entries;
    private final ReadingTerms terms;
    private boolean failed;
    private boolean ended;
    private long seen;

    /** Takes the entries over. */
    EntryReader(KeyEntries entries, ReadingTerms terms) {
        this.entries = entries;
        this.terms = terms;
    }

    @Override
    public Optional<KeyPackage> next() {
        if (failed) {
            throw new IllegalStateException("the reader has failed before and reads no further");
        }
        // Until the contrary is shown: half a file is not resumed.
        failed = true;
        var found = ended ? Optional.<KeyPackage>empty() : search();
        failed = false;
        return found;
    }

    private Optional<KeyPackage> search() {
        while (entries.advance()) {
            seen++;
            var key = read();
            if (key.isPresent()) {
                return key;
            }
        }
        ended = true;
        if (seen == 0) {
            throw new SeedFileException.Malformed("the file holds no key");
        }
        return Optional.empty();
    }

    private Optional<KeyPackage> read() {
        try {
            return Optional.of(entries.key());
        } catch (SeedFileException e) {
            if (!e.ofOneKey() || !terms.tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw e;
            }
            terms.omissions().accept(new Omission(entries.position(), e));
            return Optional.empty();
        }
    }

    @Override
    public int position() {
        return entries.position();
    }

    /** These formats know no signatures. */
    @Override
    public SignatureStatus signature() {
        return SignatureStatus.ABSENT;
    }

    @Override
    public void close() {
        entries.close();
    }
}
