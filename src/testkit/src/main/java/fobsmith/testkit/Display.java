package fobsmith.testkit;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;

/**
 * What a fob or an authenticator app shows at the service's time: SHA-1, 6 digits, 30 seconds. Closed with its service.
 * Thread-safe.
 */
public final class Display implements AutoCloseable {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;

    private final TestClock clock;
    private final Seed seed;

    Display(TestClock clock, Seed seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /** The code of this moment. The service takes each only once. */
    public String code() {
        return Codes.code(seed, PROFILE, clock.instant()).reveal();
    }

    /**
     * Turns the service's clock to the next time step and reads the code there: one that nobody has used yet. Two calls give
     * the pair that EnableMFADevice and ResyncMFADevice want.
     */
    public String nextCode() {
        clock.toNextStep(PROFILE.timeStep());
        return code();
    }

    /** The code shown so much later, or earlier; the clock stays where it is. */
    public String codeAfter(Duration offset) {
        return Codes.code(seed, PROFILE, clock.instant().plus(offset)).reveal();
    }

    @Override
    public void close() {
        seed.close();
    }
}
