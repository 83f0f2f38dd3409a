package fobsmith.seedfiles.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** The key transports of XML Encryption 1.1 section 5.5, used on the secret itself as RFC 6030 section 6.3 does. */
public final class RsaCipher {
    private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final String XMLENC11 = "http://www.w3.org/2009/xmlenc11#";
    private static final Map<String, String> DIGESTS =
            Map.of("sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    private final @Nullable OAEPParameterSpec oaep;

    private RsaCipher(@Nullable OAEPParameterSpec oaep) {
        this.oaep = oaep;
    }

    /**
     * The cipher of this method, unless it or a digest of it is unknown.
     *
     * @param digest URI of OAEP's digest, empty for SHA-1
     * @param mask URI of OAEP's mask generation function, empty for that of SHA-1
     * @param label OAEP's label, mostly empty
     */
    public static Optional<RsaCipher> find(String uri, String digest, String mask, byte[] label) {
        return switch (uri) {
            // RFC 6030 itself spells the first with an underscore, in figure 8
            case XMLENC + "rsa-1_5", XMLENC + "rsa_1_5" -> Optional.of(new RsaCipher(null));
            case XMLENC + "rsa-oaep-mgf1p" -> oaep(digest, "", label);
            case XMLENC11 + "rsa-oaep" -> oaep(digest, mask, label);
            default -> Optional.empty();
        };
    }

    private static Optional<RsaCipher> oaep(String digest, String mask, byte[] label) {
        var digestName = DIGESTS.get(digest.isEmpty() ? "sha1" : fragment(digest));
        var maskName = DIGESTS.get(mask.isEmpty() ? "sha1" : fragment(mask).replace("mgf1", ""));
        if (digestName == null || maskName == null) {
            return Optional.empty();
        }
        return Optional.of(new RsaCipher(new OAEPParameterSpec(
                digestName, "MGF1", new MGF1ParameterSpec(maskName), new PSource.PSpecified(label))));
    }

    private static String fragment(String uri) {
        return uri.substring(uri.indexOf('#') + 1);
    }

    /** PKCS #1 v1.5, as in figure 8 of RFC 6030: what every reader knows. */
    public static final RsaCipher PKCS1 = new RsaCipher(null);

    /** OAEP with SHA-256, also in its mask. */
    public static final RsaCipher OAEP_SHA256 = new RsaCipher(
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));

    /**
     * The encrypted value; the plain bytes stay the caller's.
     *
     * @throws GeneralSecurityException if the value is too long for this key
     */
    public byte[] encrypt(PublicKey key, byte[] plain, SecureRandom randomness) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation());
        if (oaep == null) {
            cipher.init(Cipher.ENCRYPT_MODE, key, randomness);
        } else {
            cipher.init(Cipher.ENCRYPT_MODE, key, oaep, randomness);
        }
        return cipher.doFinal(plain);
    }

    /**
     * The plain bytes, which the caller wipes.
     *
     * @throws GeneralSecurityException if the value does not open under this key
     */
    public byte[] decrypt(PrivateKey key, byte[] value) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation());
        if (oaep == null) {
            cipher.init(Cipher.DECRYPT_MODE, key);
        } else {
            cipher.init(Cipher.DECRYPT_MODE, key, oaep);
        }
        return cipher.doFinal(value);
    }

    private String transformation() {
        return oaep == null ? "RSA/ECB/PKCS1Padding" : "RSA/ECB/OAEPPadding";
    }
}
