package fobsmith.devices.ykoath;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** What a token has to answer to prove that it knows the password: 8 bytes that nobody can foresee. */
record HostChallenges(SecureRandom chance) implements Supplier<byte[]> {
    private static final int LENGTH = 8;

    @Override
    public byte[] get() {
        var challenge = new byte[LENGTH];
        chance.nextBytes(challenge);
        return challenge;
    }
}
