package fobsmith.seedfiles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;

/** What a signature may be made of. No SHA-1, no MAC in a signature's clothes, no transform that could leave things out. */
final class SignatureAlgorithms {
    private static final Set<String> SIGNATURES = Set.of(
            SignatureMethod.RSA_SHA256,
            SignatureMethod.RSA_SHA384,
            SignatureMethod.RSA_SHA512,
            SignatureMethod.SHA256_RSA_MGF1,
            SignatureMethod.SHA384_RSA_MGF1,
            SignatureMethod.SHA512_RSA_MGF1,
            SignatureMethod.ECDSA_SHA256,
            SignatureMethod.ECDSA_SHA384,
            SignatureMethod.ECDSA_SHA512);

    private static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

    private static final Set<String> CANONICALIZATIONS = Set.of(
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.INCLUSIVE_11,
            CanonicalizationMethod.INCLUSIVE_11_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private SignatureAlgorithms() {}

    static void requireSignature(SignatureMethod method) {
        require("signature algorithm", method, SIGNATURES.contains(method.getAlgorithm()));
    }

    static void requireDigest(DigestMethod method) {
        require("digest algorithm", method, DIGESTS.contains(method.getAlgorithm()));
    }

    static void requireCanonicalization(CanonicalizationMethod method) {
        require("canonicalization", method, CANONICALIZATIONS.contains(method.getAlgorithm()));
    }

    static void requireTransform(Transform transform) {
        var name = transform.getAlgorithm();
        require("transform", transform, name.equals(Transform.ENVELOPED) || CANONICALIZATIONS.contains(name));
    }

    /** One of those that {@link #requireDigest} lets pass. */
    static MessageDigest digest(DigestMethod method) {
        return switch (method.getAlgorithm()) {
            case DigestMethod.SHA256 -> sha256();
            case DigestMethod.SHA384 -> digest("SHA-384");
            case DigestMethod.SHA512 -> digest("SHA-512");
            default -> throw new IllegalArgumentException(method.getAlgorithm());
        };
    }

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows " + name, e);
        }
    }

    private static void require(String what, AlgorithmMethod method, boolean allowed) {
        if (!allowed) {
            throw new SeedFileException.Refused(
                    "the signature of the key container has %s \"%s\", which is not accepted"
                            .formatted(what, method.getAlgorithm()));
        }
    }
}
