package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.Optional;

/** Reads the keys of a seed file one by one, in memory that does not depend on their number. One thread at a time. */
public sealed interface SeedFileReader extends AutoCloseable permits PskcReader, SafeNetReader, LineReader {
    /**
     * Reads a file of whatever {@link SeedFileFormat}, found out by its content. Takes the file over: it is closed with the
     * reader, or here if it cannot be begun.
     */
    static SeedFileReader open(InputStream file, ReadingTerms terms) {
        var whole = new PeekedFile(file);
        return whole.orClose(() -> SeedFileFormat.detect(whole.head()).open(whole, terms));
    }

    /**
     * The next key, which the caller closes; nothing at the end of the file.
     *
     * @throws SeedFileException if the file cannot be read on; the same reader then reads no further
     */
    Optional<KeyPackage> next();

    /** Whether the file bears a signature; known when {@link #next} has given its last key. */
    SignatureStatus signature();

    @Override
    void close();
}
