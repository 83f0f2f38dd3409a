package fobsmith.seedfiles.writing;

import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.internal.ContentCipher;
import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.PasswordDerivation;
import fobsmith.seedfiles.internal.WipedKey;
import fobsmith.seedfiles.writing.PskcProtection.Suite;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** AES-CBC under a key that sender and receiver share, or both derive from a password (RFC 6030 sections 6.1 and 6.2). */
final class SymmetricEncryption implements ValueEncryption {
    private static final int SALT_LENGTH = 16;

    private final ContentCipher cipher;
    private final WipedKey key;
    private final WipedKey macKey;
    private final MacAlgorithm macAlgorithm;
    private final KeyInfoText keyInfo;
    private final SecureRandom randomness;

    /** Writes what tells the receiver which key it is. */
    private interface KeyInfoText {
        void write(SeedFileOutput output) throws IOException;
    }

    private SymmetricEncryption(WipedKey key, Suite suite, SecureRandom randomness, KeyInfoText keyInfo) {
        this.key = key;
        this.keyInfo = keyInfo;
        this.randomness = randomness;
        cipher = switch (key.length()) {
            case 16 -> ContentCipher.AES128_CBC;
            case 24 -> ContentCipher.AES192_CBC;
            case 32 -> ContentCipher.AES256_CBC;
            default ->
                throw SeedFileException.notWritable(
                        "a key of %d bytes is none of AES, which takes 16, 24 or 32".formatted(key.length()));
        };
        macAlgorithm = macAlgorithm(suite);
        macKey = WipedKey.random(key.length(), randomness);
    }

    static MacAlgorithm macAlgorithm(Suite suite) {
        return switch (suite) {
            case MANDATORY -> MacAlgorithm.HMAC_SHA1;
            case MODERN -> MacAlgorithm.HMAC_SHA256;
        };
    }

    /** Takes the key over. */
    static SymmetricEncryption preShared(String name, WipedKey key, Suite suite, SecureRandom randomness) {
        return new SymmetricEncryption(
                key,
                suite,
                randomness,
                output -> output.raw("<ds:KeyName>").escaped(name).raw("</ds:KeyName>"));
    }

    static SymmetricEncryption derived(char[] password, int iterations, Suite suite, SecureRandom randomness) {
        var salt = new byte[SALT_LENGTH];
        randomness.nextBytes(salt);
        var prf = macAlgorithm(suite);
        int length = suite == Suite.MODERN ? 32 : 16;
        var key = derive(password, () -> new PasswordDerivation(prf, salt, iterations, length));
        return new SymmetricEncryption(key, suite, randomness, output -> {
            output.raw("<xenc11:DerivedKey><xenc11:KeyDerivationMethod"
                    + " Algorithm=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2\">"
                    + "<pkcs5:PBKDF2-params><Salt><Specified>");
            output.base64(salt);
            output.raw("</Specified></Salt><IterationCount>%d</IterationCount><KeyLength>%d</KeyLength>"
                    .formatted(iterations, length));
            output.raw("<PRF Algorithm=\"%s\"/>".formatted(prf.uri()));
            output.raw("</pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod></xenc11:DerivedKey>");
        });
    }

    private static WipedKey derive(char[] password, Supplier<PasswordDerivation> derivation) {
        try {
            return derivation.get().derive(password);
        } catch (IllegalArgumentException e) {
            throw SeedFileException.notWritable("the password cannot be used: %s".formatted(e.getMessage()));
        }
    }

    @Override
    public void writeKey(SeedFileOutput output) throws IOException {
        keyInfo.write(output);
    }

    @Override
    public void writeMethod(SeedFileOutput output) throws IOException {
        output.raw("<xenc:EncryptionMethod Algorithm=\"%s\"/>".formatted(cipher.uri()));
    }

    @Override
    public byte[] encrypt(byte[] plain) throws GeneralSecurityException {
        return cipher.encrypt(key, plain, randomness);
    }

    @Override
    public MacAlgorithm macAlgorithm() {
        return macAlgorithm;
    }

    @Override
    public WipedKey macKey() {
        return macKey;
    }

    @Override
    public void close() {
        key.close();
        macKey.close();
    }
}
