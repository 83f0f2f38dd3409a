package fobsmith.cli.token;

import fobsmith.seedfiles.TransportKeys;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the keys that a command was given for a seed file; wiped when closed. */
final class OpeningKeys implements TransportKeys, AutoCloseable {
    private byte @Nullable [] preSharedKey;
    private char @Nullable [] password;
    private @Nullable Pkcs12 recipient;
    private byte @Nullable [] openPgpKeys;
    private char @Nullable [] openPgpPassphrase;

    /** Takes the key over. */
    void preSharedKey(byte[] key) {
        preSharedKey = key;
    }

    /** Takes the password over. */
    void password(char[] word) {
        password = word;
    }

    void recipient(Pkcs12 keys) {
        recipient = keys;
    }

    /** Takes both over. */
    void openPgp(byte[] keys, char[] passphrase) {
        openPgpKeys = keys;
        openPgpPassphrase = passphrase;
    }

    @Override
    public Optional<byte[]> preSharedKey(String name) {
        return Optional.ofNullable(preSharedKey).map(byte[]::clone);
    }

    /** A reader that asks for an OpenPGP key's passphrase says so in the name. */
    @Override
    public Optional<char[]> password(String name) {
        var asked = openPgpPassphrase != null && name.startsWith("OpenPGP key") ? openPgpPassphrase : password;
        return Optional.ofNullable(asked).map(char[]::clone);
    }

    @Override
    public Optional<PrivateKey> privateKey(X509Certificate certificate) {
        return Optional.ofNullable(recipient).flatMap(keys -> keys.privateKey(certificate));
    }

    @Override
    public Optional<byte[]> openPgpSecretKeys() {
        return Optional.ofNullable(openPgpKeys).map(byte[]::clone);
    }

    @Override
    public void close() {
        wipe(preSharedKey);
        wipe(openPgpKeys);
        wipe(password);
        wipe(openPgpPassphrase);
    }

    private static void wipe(byte @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
