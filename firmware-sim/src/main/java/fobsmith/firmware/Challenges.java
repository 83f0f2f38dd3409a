package fobsmith.firmware;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Where simulated tokens draw their challenges from: nobody should be able to foresee them. */
final class Challenges {
    private Challenges() {}

    static RandomGenerator source() {
        return new SecureRandom();
    }
}
