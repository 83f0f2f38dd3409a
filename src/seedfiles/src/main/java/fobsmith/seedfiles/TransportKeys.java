package fobsmith.seedfiles;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Keys that open encrypted seed files, asked for when a file needs one. Arrays that are
 * handed over belong to the reader, which wipes them. Whoever has no such key answers nothing.
 */
public interface TransportKeys {
    /** No key at all. */
    TransportKeys NONE = new TransportKeys() {};

    /** The pre-shared key that the file calls by this name; the name is empty where the file gives none. */
    default Optional<byte[]> preSharedKey(String name) {
        return Optional.empty();
    }

    /** The password that the file calls by this name; the name is empty where the file gives none. */
    default Optional<char[]> password(String name) {
        return Optional.empty();
    }

    /** The private key to the certificate for which the file was encrypted; it stays the owner's. */
    default Optional<PrivateKey> privateKey(X509Certificate certificate) {
        return Optional.empty();
    }

    /** Secret keys of OpenPGP as {@code gpg --export-secret-keys} writes them; passphrases are asked for as passwords. */
    default Optional<byte[]> openPgpSecretKeys() {
        return Optional.empty();
    }

    /** The same key for whatever name; the caller's array stays the caller's, who keeps it until the file is open. */
    static TransportKeys ofPreSharedKey(byte[] key) {
        return new TransportKeys() {
            @Override
            public Optional<byte[]> preSharedKey(String name) {
                return Optional.of(key.clone());
            }
        };
    }

    /** The same password for whatever name; the caller's array stays the caller's, who keeps it until the file is open. */
    static TransportKeys ofPassword(char[] password) {
        return new TransportKeys() {
            @Override
            public Optional<char[]> password(String name) {
                return Optional.of(password.clone());
            }
        };
    }

    /**
     * OpenPGP keys with the passphrase that unlocks them, empty where none does; the caller's arrays stay the caller's, who
     * keeps them until the file is open.
     */
    static TransportKeys ofOpenPgpSecretKeys(byte[] exported, char[] unlocking) {
        return new TransportKeys() {
            @Override
            public Optional<byte[]> openPgpSecretKeys() {
                return Optional.of(exported.clone());
            }

            @Override
            public Optional<char[]> password(String name) {
                return Optional.of(unlocking.clone());
            }
        };
    }

    /** The same key for whatever certificate. */
    static TransportKeys ofPrivateKey(PrivateKey key) {
        return new TransportKeys() {
            @Override
            public Optional<PrivateKey> privateKey(X509Certificate certificate) {
                return Optional.of(key);
            }
        };
    }
}
