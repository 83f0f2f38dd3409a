package fobsmith.devices.token2;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What CONFIG carries to a single-profile token, not encrypted; exactly these tags, in this order, or the token refuses it. */
final class SingleProfileConfig {
    private static final int SETTINGS = 0x8111;
    private static final int DISPLAY_TIMEOUT = 0x1f01;
    private static final int CLOCK = 0x0f04;
    private static final int CODES = 0x8606;
    private static final int ALGORITHM = 0x0a01;
    private static final int TIME_STEP = 0x0d01;

    /** 30 s: long enough for a whole code. */
    private static final int HALF_A_MINUTE = 1;

    private static final int LENGTH = 19;

    private SingleProfileConfig() {}

    static byte[] of(OtpProfile.Totp otp, Instant second) {
        return ByteBuffer.allocate(LENGTH)
                .putShort((short) SETTINGS)
                .putShort((short) DISPLAY_TIMEOUT)
                .put((byte) HALF_A_MINUTE)
                .putShort((short) CLOCK)
                .putInt((int) second.getEpochSecond())
                .putShort((short) CODES)
                .putShort((short) ALGORITHM)
                .put((byte) (otp.algorithm() == HmacAlgorithm.SHA1 ? 1 : 2))
                .putShort((short) TIME_STEP)
                .put((byte) otp.timeStep().toSeconds())
                .array();
    }
}
