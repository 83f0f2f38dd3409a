package fobsmith.devices.nitrokey;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/** Sessions with scripted tokens, without any waiting. */
final class Sessions {
    static final NitrokeyTiming AT_ONCE = new NitrokeyTiming(Duration.ZERO, Duration.ZERO, 15);

    /** Of every temporary password. */
    static final String CHANCE = "a5".repeat(25);

    private Sessions() {}

    static NitrokeyProSession with(ScriptedNitrokey token) {
        return NitrokeyProSession.open(token, NitrokeyModel.PRO, AT_ONCE, new Same());
    }

    private static final class Same extends SecureRandom {
        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0xa5);
        }
    }
}
