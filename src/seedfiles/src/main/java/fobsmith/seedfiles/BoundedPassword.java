package fobsmith.seedfiles;

import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/**
 * A password that opens an OpenPGP message, unless the message makes that dearer than any honest one. Only Argon2 (RFC 9580
 * section 3.7.1.4) can: the other ways hash at most 65 MB.
 */
final class BoundedPassword extends BcPBEDataDecryptorFactory {
    /** Of KiB, as a power of two: what RFC 9106 recommends where memory is short. */
    private static final int LARGEST_EXPONENT = 16;

    private static final int MOST_PASSES = 16;

    BoundedPassword(char[] password) {
        super(password, new BcPGPDigestCalculatorProvider());
    }

    @Override
    public byte[] makeKeyFromPassPhrase(int keyAlgorithm, S2K derivation) throws PGPException {
        boolean dear = derivation.getMemorySizeExponent() > LARGEST_EXPONENT || derivation.getPasses() > MOST_PASSES;
        if (derivation.getType() == S2K.ARGON_2 && dear) {
            throw new SeedFileException.Refused(
                    "the password of the OpenPGP message is made a key by Argon2 with more than 64 MiB, or more than %d passes"
                            .formatted(MOST_PASSES));
        }
        return super.makeKeyFromPassPhrase(keyAlgorithm, derivation);
    }
}
