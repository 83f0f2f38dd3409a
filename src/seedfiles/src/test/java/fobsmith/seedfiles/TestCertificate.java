package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/** A fresh key pair with a certificate signed by itself, put together in DER by hand: the JDK offers nobody to issue one. */
final class TestCertificate {
    private final KeyPair pair;
    private final X509Certificate certificate;

    private TestCertificate(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    static TestCertificate rsa(String name) {
        return of(name, "RSA", 2048, "SHA256withRSA", "300d06092a864886f70d01010b0500");
    }

    static TestCertificate ec(String name) {
        return of(name, "EC", 256, "SHA256withECDSA", "300a06082a8648ce3d040302");
    }

    private static TestCertificate of(String name, String type, int size, String algorithm, String identifier) {
        try {
            var generator = KeyPairGenerator.getInstance(type);
            generator.initialize(size);
            var pair = generator.generateKeyPair();
            var signature = Signature.getInstance(algorithm);
            var body = body(name, pair, HexFormat.of().parseHex(identifier));
            signature.initSign(pair.getPrivate());
            signature.update(body);
            var signed = der(0x30, body, HexFormat.of().parseHex(identifier), der(0x03, new byte[1], signature.sign()));
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
            return new TestCertificate(pair, (X509Certificate) certificate);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 5280 section 4.1, version 1. */
    private static byte[] body(String name, KeyPair pair, byte[] algorithm) {
        var subject = new X500Principal(name).getEncoded();
        var validity = der(0x30, time("260101000000Z"), time("360101000000Z"));
        return der(
                0x30,
                der(0x02, new byte[] {1}),
                algorithm,
                subject,
                validity,
                subject,
                pair.getPublic().getEncoded());
    }

    private static byte[] time(String text) {
        return der(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() > 0xff) {
            whole.writeBytes(new byte[] {(byte) 0x82, (byte) (content.size() >> 8)});
        } else if (content.size() > 0x7f) {
            whole.write(0x81);
        }
        whole.write(content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    X509Certificate certificate() {
        return certificate;
    }

    byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
