package fobsmith.seedfiles.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** The symmetric ciphers of XML Encryption 1.0 and 1.1 that seed files use, by their URIs. */
public enum ContentCipher {
    AES128_CBC("http://www.w3.org/2001/04/xmlenc#aes128-cbc", Mode.CBC, 16),
    AES192_CBC("http://www.w3.org/2001/04/xmlenc#aes192-cbc", Mode.CBC, 24),
    AES256_CBC("http://www.w3.org/2001/04/xmlenc#aes256-cbc", Mode.CBC, 32),
    TRIPLEDES_CBC("http://www.w3.org/2001/04/xmlenc#tripledes-cbc", Mode.TRIPLEDES_CBC, 24),
    AES128_GCM("http://www.w3.org/2009/xmlenc11#aes128-gcm", Mode.GCM, 16),
    AES192_GCM("http://www.w3.org/2009/xmlenc11#aes192-gcm", Mode.GCM, 24),
    AES256_GCM("http://www.w3.org/2009/xmlenc11#aes256-gcm", Mode.GCM, 32),
    KW_AES128("http://www.w3.org/2001/04/xmlenc#kw-aes128", Mode.WRAP, 16),
    KW_AES192("http://www.w3.org/2001/04/xmlenc#kw-aes192", Mode.WRAP, 24),
    KW_AES256("http://www.w3.org/2001/04/xmlenc#kw-aes256", Mode.WRAP, 32),
    KW_AES128_PAD("http://www.w3.org/2009/xmlenc11#kw-aes-128-pad", Mode.PADDED_WRAP, 16),
    KW_AES192_PAD("http://www.w3.org/2009/xmlenc11#kw-aes-192-pad", Mode.PADDED_WRAP, 24),
    KW_AES256_PAD("http://www.w3.org/2009/xmlenc11#kw-aes-256-pad", Mode.PADDED_WRAP, 32);

    private static final int GCM_NONCE = 12;
    private static final int GCM_TAG = 16;

    private final String uri;
    private final Mode mode;
    private final int keyLength;

    private enum Mode {
        CBC,
        TRIPLEDES_CBC,
        GCM,
        WRAP,
        PADDED_WRAP
    }

    ContentCipher(String uri, Mode mode, int keyLength) {
        this.uri = uri;
        this.mode = mode;
        this.keyLength = keyLength;
    }

    public static Optional<ContentCipher> find(String uri) {
        return Stream.of(values()).filter(cipher -> cipher.uri.equals(uri)).findFirst();
    }

    /** The name under which XML Encryption knows it. */
    public String uri() {
        return uri;
    }

    /** Bytes of its key. */
    public int keyLength() {
        return keyLength;
    }

    /** Whether it notices a change by itself; the others need a MAC beside them (RFC 6030 section 6.1.1). */
    public boolean authenticates() {
        return switch (mode) {
            case CBC, TRIPLEDES_CBC -> false;
            case GCM, WRAP, PADDED_WRAP -> true;
        };
    }

    /**
     * The plain bytes, which the caller wipes.
     *
     * @throws GeneralSecurityException if the value does not open under this key; the message says nothing of the bytes
     */
    public byte[] decrypt(WipedKey key, byte[] value) throws GeneralSecurityException {
        return switch (mode) {
            case CBC -> cbc("AES", 16, key, value);
            case TRIPLEDES_CBC -> cbc("DESede", 8, key, value);
            case GCM -> gcm(key, value);
            case WRAP -> unwrap(key, value);
            case PADDED_WRAP -> unwrap("AES/KWP/NoPadding", key, value);
        };
    }

    private static byte[] cbc(String algorithm, int block, WipedKey key, byte[] value) throws GeneralSecurityException {
        if (value.length < 2 * block || value.length % block != 0) {
            throw new IllegalBlockSizeException("not whole blocks after the initialisation vector");
        }
        var cipher = Cipher.getInstance(algorithm + "/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key.as(algorithm), new IvParameterSpec(value, 0, block));
        var padded = new byte[value.length - block];
        try {
            cipher.doFinal(value, block, padded.length, padded, 0);
            return XmlPadding.remove(padded, block);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static byte[] gcm(WipedKey key, byte[] value) throws GeneralSecurityException {
        if (value.length < GCM_NONCE + GCM_TAG) {
            throw new AEADBadTagException("shorter than nonce and tag");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key.as("AES"), new GCMParameterSpec(GCM_TAG * 8, value, 0, GCM_NONCE));
        return cipher.doFinal(value, GCM_NONCE, value.length - GCM_NONCE);
    }

    /** RFC 3394; or RFC 5649, for seeds that are not multiples of 8 bytes are found padded under the same URI. */
    private static byte[] unwrap(WipedKey key, byte[] value) throws GeneralSecurityException {
        try {
            return unwrap("AES/KW/NoPadding", key, value);
        } catch (GeneralSecurityException _) {
            return unwrap("AES/KWP/NoPadding", key, value);
        }
    }

    private static byte[] unwrap(String transformation, WipedKey key, byte[] value) throws GeneralSecurityException {
        // The JDK's own answer to shorter ones is a NegativeArraySizeException.
        if (value.length < 16 || value.length % 8 != 0) {
            throw new IllegalBlockSizeException("not two or more wrapped blocks");
        }
        var cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.DECRYPT_MODE, key.as("AES"));
        return cipher.doFinal(value);
    }

    /**
     * The encrypted value, after a random initialisation vector or nonce where the cipher takes one; the plain bytes stay the
     * caller's.
     *
     * @throws GeneralSecurityException if the key is of another length, or a key wrap is asked for what is not whole blocks
     */
    public byte[] encrypt(WipedKey key, byte[] plain, SecureRandom randomness) throws GeneralSecurityException {
        return switch (mode) {
            case CBC -> encryptCbc("AES", 16, key, plain, randomness);
            case TRIPLEDES_CBC -> encryptCbc("DESede", 8, key, plain, randomness);
            case GCM -> encryptGcm(key, plain, randomness);
            case WRAP -> wrap("AES/KW/NoPadding", key, plain);
            case PADDED_WRAP -> wrap("AES/KWP/NoPadding", key, plain);
        };
    }

    private static byte[] encryptCbc(String algorithm, int block, WipedKey key, byte[] plain, SecureRandom randomness)
            throws GeneralSecurityException {
        var vector = new byte[block];
        randomness.nextBytes(vector);
        var cipher = Cipher.getInstance(algorithm + "/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key.as(algorithm), new IvParameterSpec(vector));
        var padded = XmlPadding.add(plain, block);
        try {
            return joined(vector, cipher.doFinal(padded));
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static byte[] encryptGcm(WipedKey key, byte[] plain, SecureRandom randomness)
            throws GeneralSecurityException {
        var nonce = new byte[GCM_NONCE];
        randomness.nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key.as("AES"), new GCMParameterSpec(GCM_TAG * 8, nonce));
        return joined(nonce, cipher.doFinal(plain));
    }

    private static byte[] wrap(String transformation, WipedKey key, byte[] plain) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.ENCRYPT_MODE, key.as("AES"));
        return cipher.doFinal(plain);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The name that people know it by: the URI's fragment. */
    @Override
    public String toString() {
        return uri.substring(uri.indexOf('#') + 1);
    }
}
