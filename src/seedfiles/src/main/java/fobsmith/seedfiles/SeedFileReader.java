package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a seed file one by one, in memory that does not depend on their number. One thread at a time. */
public sealed interface SeedFileReader extends AutoCloseable
        permits PskcReader, SafeNetReader, LineReader, EntryReader {
    /**
     * Reads a file of whatever {@link SeedFileFormat}, found out by its content, also inside an OpenPGP message. Takes the
     * file over: it is closed with the reader, or here if it cannot be begun.
     */
    static SeedFileReader open(InputStream file, ReadingTerms terms) {
        var whole = OpenPgpMessage.unwrapped(new PeekedFile(file), terms);
        return whole.orClose(() -> SeedFileFormat.detect(whole.head()).openBare(whole, terms));
    }

    /**
     * Reads a file that can be opened again, of this format or, where none is given, of whatever; also inside an OpenPGP
     * message. So the signature of a PSKC file is verified that is too large for the memory: if such a file is changed
     * meanwhile, it is refused at its end, and nothing of it is to be used before.
     */
    static SeedFileReader open(RepeatableFile file, @Nullable SeedFileFormat format, ReadingTerms terms) {
        var first = new PeekedFile(file.open());
        return first.orClose(() -> {
            if (!terms.signers().isEmpty() && isPskc(first.head(), format)) {
                first.discard();
                return PskcReader.open(file, terms, SignedContainer.MOST_BYTES);
            }
            return format == null ? open(first, terms) : format.open(first, terms);
        });
    }

    private static boolean isPskc(byte[] head, @Nullable SeedFileFormat format) {
        return !OpenPgpMessage.matches(head)
                && (format == null ? SeedFileFormat.detect(head) : format) == SeedFileFormat.PSKC;
    }

    /**
     * Reads pictures of QR codes as one file, as the codes of one export may be on several. Takes the files over as
     * {@link #open} does.
     */
    static SeedFileReader openPictures(List<? extends InputStream> files, ReadingTerms terms) {
        var reader = new EntryReader(new KeyUris(new QrImages(files), terms), terms);
        if (!terms.signers().isEmpty()) {
            reader.close();
            throw new SeedFileException.Refused("pictures of QR codes cannot bear the signature that is asked for");
        }
        return reader;
    }

    /**
     * The next key, which the caller closes; nothing at the end of the file.
     *
     * @throws SeedFileException if the file cannot be read on; the same reader then reads no further
     */
    Optional<KeyPackage> next();

    /**
     * Where the key stands that {@link #next} gave last, counted from 1 as in {@link Omission}: its line, or the number of its
     * entry or part where the format has no lines.
     */
    int position();

    /** Whether the file bears a signature; known when {@link #next} has given its last key. */
    SignatureStatus signature();

    @Override
    void close();
}
