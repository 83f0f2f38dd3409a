package fobsmith.seedfiles.writing;

import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.WipedKey;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** What encrypts the values of a container, and says in it how. Closing wipes its keys. */
interface ValueEncryption extends AutoCloseable {
    /** Writes what stands inside EncryptionKey. */
    void writeKey(SeedFileOutput output) throws IOException;

    /** Writes the EncryptionMethod that stands before each encrypted value. */
    void writeMethod(SeedFileOutput output) throws IOException;

    /** The encrypted value; the plain bytes stay the caller's. */
    byte[] encrypt(byte[] plain) throws GeneralSecurityException;

    MacAlgorithm macAlgorithm();

    /** The key of the values' MACs, fresh with each container. It stays this encryption's. */
    WipedKey macKey();

    @Override
    void close();
}
