package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.Optional;

/** Reads a text file in which each line is a key. */
final class LineReader implements SeedFileReader {
    private final SeedLines lines;
    private final LineFormat format;
    private final ReadingTerms terms;
    private boolean failed;
    private boolean ended;
    private long keys;
    private int position;

    /** Takes the file over. */
    LineReader(InputStream file, LineFormat format, ReadingTerms terms) {
        lines = new SeedLines(file);
        this.format = format;
        this.terms = terms;
    }

    @Override
    public Optional<KeyPackage> next() {
        if (failed) {
            throw new IllegalStateException("the reader has failed before and reads no further");
        }
        // Until the contrary is shown.
        failed = true;
        var found = ended ? Optional.<KeyPackage>empty() : search();
        failed = false;
        return found;
    }

    private Optional<KeyPackage> search() {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var key = read(line.get());
            if (key.isPresent()) {
                return key;
            }
        }
        ended = true;
        if (keys == 0) {
            throw new SeedFileException.Malformed("the file holds no key");
        }
        return Optional.empty();
    }

    private Optional<KeyPackage> read(SeedLine line) {
        position = line.number();
        try {
            var key = line.isEmpty() ? Optional.<KeyPackage>empty() : format.read(line);
            keys += key.isPresent() ? 1 : 0;
            return key;
        } catch (SeedFileException e) {
            if (!e.ofOneKey() || !terms.tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw e;
            }
            keys++;
            terms.omissions().accept(new Omission(position, e));
            return Optional.empty();
        }
    }

    @Override
    public int position() {
        return position;
    }

    /** Text files know no signatures. */
    @Override
    public SignatureStatus signature() {
        return SignatureStatus.ABSENT;
    }

    @Override
    public void close() {
        lines.close();
    }
}
