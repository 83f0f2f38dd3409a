package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes a container with one encrypted key, by the JDK's ciphers straight from their specifications. */
final class SealedContainer {
    static final byte[] SEED = "test seed of fob 001".getBytes(StandardCharsets.US_ASCII);
    static final byte[] MAC_KEY = HexFormat.of().parseHex("1122334455667788990011223344556677889900");
    static final String KEY_NAME = "<EncryptionKey><ds:KeyName>transport-key-1</ds:KeyName></EncryptionKey>";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private SealedContainer() {}

    static String xml(String encryptionKey, String macMethod, String data) {
        return """
                <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
                 xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
                %s%s
                <KeyPackage><DeviceInfo><SerialNo>GAHT00000001</SerialNo></DeviceInfo>
                <Key Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
                <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
                <Data>%s</Data></Key></KeyPackage></KeyContainer>
                """.formatted(encryptionKey, macMethod, data);
    }

    static String macMethod(String uri, String macKey) {
        return "<MACMethod Algorithm=\"%s\">%s</MACMethod>".formatted(uri, macKey);
    }

    static String macKey(String cipherUri, byte[] encrypted) {
        return "<MACKey>%s</MACKey>".formatted(encrypted(cipherUri, encrypted));
    }

    static String secret(String cipherUri, byte[] encrypted, byte[] mac) {
        return value("Secret", cipherUri, encrypted, mac);
    }

    static String value(String name, String cipherUri, byte[] encrypted, byte[] mac) {
        var stated = mac.length == 0 ? "" : "<ValueMAC>%s</ValueMAC>".formatted(base64(mac));
        return "<%1$s><EncryptedValue>%2$s</EncryptedValue>%3$s</%1$s>"
                .formatted(name, encrypted(cipherUri, encrypted), stated);
    }

    static String encrypted(String method, byte[] bytes) {
        return "<xenc:EncryptionMethod Algorithm=\"%s\"/><xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>"
                .formatted(method, base64(bytes));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] value) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(value);
    }

    /** Under initialisation vectors that count upwards, in front of the value as XML Encryption wants them. */
    static byte[] encrypt(String transformation, byte[] key, byte[] plain) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation);
        var secretKey = new SecretKeySpec(key, transformation.substring(0, transformation.indexOf('/')));
        if (transformation.contains("/KW")) {
            cipher.init(Cipher.ENCRYPT_MODE, secretKey);
            return cipher.doFinal(plain);
        }
        boolean gcm = transformation.contains("/GCM/");
        var vector = counting(gcm ? 12 : cipher.getBlockSize());
        cipher.init(
                Cipher.ENCRYPT_MODE, secretKey, gcm ? new GCMParameterSpec(128, vector) : new IvParameterSpec(vector));
        var encrypted = cipher.doFinal(plain);
        var whole = Arrays.copyOf(vector, vector.length + encrypted.length);
        System.arraycopy(encrypted, 0, whole, vector.length, encrypted.length);
        return whole;
    }

    static byte[] counting(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** The seed of the only key. */
    static byte[] open(String xml, ReadingTerms terms) {
        var file = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        try (var reader = PskcReader.open(file, terms);
                var key = reader.next().orElseThrow()) {
            assertEnds(reader);
            return key.seed().use(byte[]::clone);
        }
    }

    /** Two pre-shared keys, each under its name. */
    static TransportKeys keysNamed(String first, byte[] firstKey, String second, byte[] secondKey) {
        return new TransportKeys() {
            @Override
            public Optional<byte[]> preSharedKey(String name) {
                return name.equals(first)
                        ? Optional.of(firstKey.clone())
                        : Optional.of(secondKey.clone()).filter(_ -> name.equals(second));
            }
        };
    }

    private static void assertEnds(PskcReader reader) {
        if (reader.next().isPresent()) {
            throw new AssertionError("there is more than one key package");
        }
    }
}
