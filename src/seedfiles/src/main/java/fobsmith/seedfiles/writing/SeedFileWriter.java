package fobsmith.seedfiles.writing;

import fobsmith.oath.Seed;
import fobsmith.seedfiles.SeedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Writes keys into a seed file. A file is whole only after {@link #finish}; without it a PSKC file has no end and no reader
 * takes it. Closing wipes what the writer copied of keys, and closes the file. One thread at a time.
 */
public sealed interface SeedFileWriter extends AutoCloseable permits CsvWriter, PskcWriter, SignedPskcWriter {
    /** PSKC of RFC 6030. Takes the file and the protection over. */
    static SeedFileWriter pskc(OutputStream file, PskcProtection protection) {
        return new PskcWriter(file, protection);
    }

    /**
     * PSKC with an enveloped signature of RSA or ECDSA with SHA-256 (RFC 6030 section 7). It is put together in memory and
     * written when finished, so a file of more than 16 MiB is refused.
     */
    static SeedFileWriter signedPskc(
            OutputStream file, PskcProtection protection, PrivateKey key, X509Certificate certificate) {
        return new SignedPskcWriter(file, protection, new ContainerSigner(key, certificate));
    }

    /** {@code serial,hexkey,type,digits,step or counter}, and the hash where it is not SHA-1: for privacyIDEA and LinOTP. */
    static SeedFileWriter oathCsv(OutputStream file) {
        return new CsvWriter(file, "", new OathCsvLine());
    }

    /** What Entra ID takes and Token2 delivers: TOTP with SHA-1, 6 digits and 30 or 60 seconds; other keys are refused. */
    static SeedFileWriter entraCsv(OutputStream file) {
        return new CsvWriter(file, EntraCsvLine.HEADER, new EntraCsvLine());
    }

    /**
     * Writes one key; the seed is lent and stays the caller's.
     *
     * @throws SeedFileException if this format cannot hold the key; nothing of it has been written then
     */
    void write(KeyDescription key, Seed seed) throws IOException;

    /** Writes the end of the file and flushes it. No key can follow. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
