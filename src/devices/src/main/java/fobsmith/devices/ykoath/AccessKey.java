package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a password becomes for one token: PBKDF2 with HMAC-SHA-1 (RFC 8018 section 5.2), the token's salt, 1000 rounds, 16 bytes.
 * Owns its bytes and wipes them when closed. One thread.
 */
final class AccessKey implements AutoCloseable {
    private static final int ROUNDS = 1000;
    private static final int BITS = 128;

    private final byte[] bytes;

    private AccessKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a password in UTF-8. */
    static AccessKey of(TokenCredential password, byte[] salt) {
        return password.use(text -> {
            if (text.length == 0) {
                throw new DeviceException.Unsupported("a password of 0 bytes is none");
            }
            var derivation = new PKCS5S2ParametersGenerator(new SHA1Digest());
            derivation.init(text, salt, ROUNDS);
            return new AccessKey(((KeyParameter) derivation.generateDerivedMacParameters(BITS)).getKey());
        });
    }

    /** HMAC-SHA-1 of a challenge under this key. */
    byte[] answer(byte[] challenge) {
        var mac = new HMac(new SHA1Digest());
        var parameter = new KeyParameter(bytes);
        mac.init(parameter);
        Arrays.fill(parameter.getKey(), (byte) 0);
        mac.update(challenge, 0, challenge.length);
        var answer = new byte[mac.getMacSize()];
        mac.doFinal(answer, 0);
        return answer;
    }

    /** The key behind a byte that says what kind it is. The caller wipes it. */
    byte[] behind(int kind) {
        return Apdu.join(Apdu.of(kind), bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
