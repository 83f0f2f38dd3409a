package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Opens an OpenPGP message by the secret keys or the password that somebody has: keys first, where the message is to one. */
final class OpenPgpKeys {
    private final TransportKeys keys;

    OpenPgpKeys(TransportKeys keys) {
        this.keys = keys;
    }

    /** A message whose content is being decrypted. */
    record Opened(PGPEncryptedData data, InputStream clear) {}

    Opened open(PGPEncryptedDataList message) throws PGPException, IOException {
        var ring = keys.openPgpSecretKeys();
        if (ring.isPresent()) {
            var opened = openByKey(message, ring.get());
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        for (var data : message) {
            if (data instanceof PGPPBEEncryptedData byPassword) {
                return openByPassword(byPassword);
            }
        }
        throw new SeedFileException.Refused(
                "the OpenPGP message is encrypted to %s, and no such key was given".formatted(recipients(message)),
                Remedy.Opening.OPENPGP_KEY);
    }

    private Optional<Opened> openByKey(PGPEncryptedDataList message, byte[] ring) throws PGPException, IOException {
        try {
            var secretKeys = new BcPGPSecretKeyRingCollection(PGPUtil.getDecoderStream(new ByteArrayInputStream(ring)));
            for (var data : message) {
                if (data instanceof PGPPublicKeyEncryptedData toKey) {
                    var key = find(secretKeys, toKey);
                    if (key.isPresent()) {
                        var factory = new BcPublicKeyDataDecryptorFactory(keyPair(key.get()));
                        return Optional.of(new Opened(toKey, toKey.getDataStream(factory)));
                    }
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(ring, (byte) 0);
        }
    }

    private static Optional<PGPSecretKey> find(PGPSecretKeyRingCollection ring, PGPPublicKeyEncryptedData data) {
        return Optional.ofNullable(ring.getSecretKey(data.getKeyIdentifier().getKeyId()));
    }

    private PGPKeyPair keyPair(PGPSecretKey key) {
        var name = name(key.getKeyID());
        // A key without a passphrase is taken as it is: the decryptor is not asked then.
        var passphrase = keys.password(name).orElseGet(() -> new char[0]);
        try {
            return key.extractKeyPair(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
        } catch (PGPException | RuntimeException _) {
            throw new SeedFileException.Refused(
                    "%s does not open: its passphrase is wrong or was not given".formatted(name),
                    Remedy.Opening.OPENPGP_PASSPHRASE);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Opened openByPassword(PGPPBEEncryptedData data) throws PGPException {
        var password = keys.password("")
                .orElseThrow(() -> new SeedFileException.Refused(
                        "the OpenPGP message is encrypted by a password, and no password was given",
                        Remedy.Opening.PASSWORD));
        try {
            return new Opened(data, data.getDataStream(new BoundedPassword(password)));
        } catch (PGPException e) {
            // Bouncy Castle wraps whatever is thrown in there.
            if (e.getCause() instanceof SeedFileException ours) {
                throw ours;
            }
            throw e;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static String recipients(PGPEncryptedDataList message) {
        for (var data : message) {
            if (data instanceof PGPPublicKeyEncryptedData toKey) {
                return name(toKey.getKeyIdentifier().getKeyId());
            }
        }
        return "nobody that is known";
    }

    private static String name(long keyId) {
        return "OpenPGP key %016X".formatted(keyId);
    }
}
