package fobsmith.seedfiles.internal;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;

/** The HMACs of XML Signature that seed files use: as value MACs and inside PBKDF2. */
public enum MacAlgorithm {
    HMAC_SHA1("HmacSHA1"),
    HMAC_SHA224("HmacSHA224"),
    HMAC_SHA256("HmacSHA256"),
    HMAC_SHA384("HmacSHA384"),
    HMAC_SHA512("HmacSHA512");

    private final String jdkName;

    MacAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    /** By the fragment of its URI: the same names are found under several namespaces. */
    public static Optional<MacAlgorithm> find(String uri) {
        var fragment = uri.substring(uri.indexOf('#') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(one -> one.toString().equals(fragment))
                .findFirst();
    }

    /** The name under which XML Signature knows it: SHA-1 stands in the first edition, the others came later. */
    public String uri() {
        return this == HMAC_SHA1
                ? "http://www.w3.org/2000/09/xmldsig#hmac-sha1"
                : "http://www.w3.org/2001/04/xmldsig-more#" + this;
    }

    public byte[] mac(WipedKey key, byte[] value) throws GeneralSecurityException {
        var mac = Mac.getInstance(jdkName);
        mac.init(key.as(jdkName));
        return mac.doFinal(value);
    }

    String passwordDerivation() {
        return "PBKDF2With" + jdkName;
    }

    /** {@code hmac-sha256} and so on. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
