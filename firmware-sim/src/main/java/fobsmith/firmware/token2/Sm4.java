package fobsmith.firmware.token2;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) as Token2 uses it: block by block for bodies, chained for the MAC. */
final class Sm4 {
    static final int BLOCK = 16;
    static final int MAC = 4;

    private Sm4() {}

    /** Whole blocks. */
    static byte[] encrypt(byte[] key, byte[] clear) {
        return blocks(true, key, clear);
    }

    /** Whole blocks. The caller wipes the answer. */
    static byte[] decrypt(byte[] key, byte[] encrypted) {
        return blocks(false, key, encrypted);
    }

    private static byte[] blocks(boolean encrypting, byte[] key, byte[] input) {
        var engine = engine(encrypting, key);
        var output = new byte[input.length];
        for (int at = 0; at < input.length; at += BLOCK) {
            engine.processBlock(input, at, output, at);
        }
        return output;
    }

    private static SM4Engine engine(boolean encrypting, byte[] key) {
        var engine = new SM4Engine();
        engine.init(encrypting, new KeyParameter(key));
        return engine;
    }

    /** First bytes of the last block of CBC from zeros; a message that fills its blocks is not padded. */
    static byte[] mac(byte[] key, byte[] message) {
        var engine = engine(true, key);
        var state = new byte[BLOCK];
        var padded = message.length % BLOCK == 0 ? message : Padding.add(message);
        for (int at = 0; at < padded.length; at++) {
            state[at % BLOCK] ^= padded[at];
            if (at % BLOCK == BLOCK - 1) {
                engine.processBlock(state, 0, state, 0);
            }
        }
        return Arrays.copyOf(state, MAC);
    }
}
