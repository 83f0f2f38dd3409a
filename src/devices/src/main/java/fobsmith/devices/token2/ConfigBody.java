package fobsmith.devices.token2;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What CONFIG carries, not encrypted: display time-out, clock, and the way of a profile's codes, each with tag and length. */
final class ConfigBody {
    private static final int SETTINGS = 0x8114;
    private static final int DISPLAY_TIMEOUT = 0x1f01;
    private static final int CLOCK = 0x0f04;
    private static final int CODES = 0x8609;
    private static final int ALGORITHM = 0x0a01;
    private static final int DIGITS = 0x0b01;
    private static final int TIME_STEP = 0x0d01;

    /** 30 s: long enough for a whole code. */
    private static final int HALF_A_MINUTE = 1;

    private static final int LENGTH = 22;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private ConfigBody() {}

    /** Sets the clock to the second nearest to now. */
    static byte[] of(OtpProfile.Totp otp, InstantSource clock) {
        var now = clock.instant().plus(HALF_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
        Molto2Limits.requireClock(now);
        return ByteBuffer.allocate(LENGTH)
                .putShort((short) SETTINGS)
                .putShort((short) DISPLAY_TIMEOUT)
                .put((byte) HALF_A_MINUTE)
                .putShort((short) CLOCK)
                .putInt((int) now.getEpochSecond())
                .putShort((short) CODES)
                .putShort((short) ALGORITHM)
                .put((byte) (otp.algorithm() == HmacAlgorithm.SHA1 ? 1 : 2))
                .putShort((short) DIGITS)
                .put((byte) otp.digits())
                .putShort((short) TIME_STEP)
                .put((byte) otp.timeStep().toSeconds())
                .array();
    }
}
