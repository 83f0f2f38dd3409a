package fobsmith.devices.token2;

import fobsmith.devices.TokenCredential;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * An SM4 key (GB/T 32907-2016) and what a Molto2 does with it. Owns its bytes and wipes them when closed; the round keys
 * inside the cipher are left to the collector. One thread.
 */
final class Sm4Key implements AutoCloseable {
    private static final int BLOCK = 16;
    private static final int MAC_LENGTH = 4;

    private final byte[] bytes;

    private Sm4Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the caller's array of 16 bytes, which is wiped with the key. */
    static Sm4Key adopt(byte[] bytes) {
        return new Sm4Key(bytes);
    }

    static Sm4Key of(TokenCredential customerKey) {
        return adopt(CustomerKey.sm4Bytes(customerKey));
    }

    /** The padded text, each block for itself (ECB). */
    byte[] encrypt(byte[] plain) {
        var padded = pad(plain);
        try {
            return encryptBlocks(padded);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** Answers a challenge of 8 bytes: filled with zeros to a block, then encrypted. */
    byte[] answer(byte[] challenge) {
        return encryptBlocks(Arrays.copyOf(challenge, BLOCK));
    }

    /**
     * The first 4 bytes of the last block of CBC with a zero start. A message that fills its last block gets no padding,
     * unlike in ISO/IEC 9797-1 method 2.
     */
    byte[] mac(byte[] message) {
        var padded = message.length % BLOCK == 0 ? message.clone() : pad(message);
        var cipher = cipher();
        var chain = new byte[BLOCK];
        for (int at = 0; at < padded.length; at += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                chain[i] ^= padded[at + i];
            }
            cipher.processBlock(chain, 0, chain, 0);
        }
        Arrays.fill(padded, (byte) 0);
        return Arrays.copyOf(chain, MAC_LENGTH);
    }

    /** 80, then zeros to the end of the block; a full block more where the text fills its last one. */
    private static byte[] pad(byte[] plain) {
        var padded = Arrays.copyOf(plain, (plain.length / BLOCK + 1) * BLOCK);
        padded[plain.length] = (byte) 0x80;
        return padded;
    }

    private byte[] encryptBlocks(byte[] plain) {
        var cipher = cipher();
        var encrypted = new byte[plain.length];
        for (int at = 0; at < plain.length; at += BLOCK) {
            cipher.processBlock(plain, at, encrypted, at);
        }
        return encrypted;
    }

    private SM4Engine cipher() {
        var parameter = new KeyParameter(bytes);
        var cipher = new SM4Engine();
        cipher.init(true, parameter);
        Arrays.fill(parameter.getKey(), (byte) 0);
        return cipher;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
