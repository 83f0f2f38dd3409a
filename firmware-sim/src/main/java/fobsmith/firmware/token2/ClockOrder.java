package fobsmith.firmware.token2;

import java.nio.ByteBuffer;
import java.time.Instant;

/** What CONFIG orders: the time, and the configuration or not. */
sealed interface ClockOrder {
    Instant time();

    record TimeOnly(Instant time) implements ClockOrder {}

    record Whole(Instant time, Configuration configuration) implements ClockOrder {}

    /** The body without its MAC, exactly of these tags and lengths. */
    static ClockOrder parse(byte[] body) {
        return switch (body.length) {
            case 8 -> timeOnly(body);
            case 22 -> whole(body);
            default -> throw new Refusal(Refusal.WRONG_DATA);
        };
    }

    private static ClockOrder timeOnly(byte[] body) {
        requireTags(body, 0, 0x81, 6, 0x0F, 4);
        return new TimeOnly(time(body, 4));
    }

    private static ClockOrder whole(byte[] body) {
        requireTags(body, 0, 0x81, 20, 0x1F, 1);
        requireTags(body, 5, 0x0F, 4);
        requireTags(body, 11, 0x86, 9, 0x0A, 1);
        requireTags(body, 16, 0x0B, 1);
        requireTags(body, 19, 0x0D, 1);
        return new Whole(
                time(body, 7), new Configuration(body[4] & 0xff, body[15] & 0xff, body[18] & 0xff, body[21] & 0xff));
    }

    private static void requireTags(byte[] body, int first, int... tagsAndLengths) {
        for (int i = 0; i < tagsAndLengths.length; i++) {
            Refusal.unless((body[first + i] & 0xff) == tagsAndLengths[i], Refusal.WRONG_DATA);
        }
    }

    private static Instant time(byte[] body, int at) {
        return Instant.ofEpochSecond(
                Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt(at)));
    }

    /** Whether the body begins like a configuration, whatever comes behind its display time-out. */
    static boolean beginsWithTimeout(byte[] body) {
        return body.length > 4 && (body[0] & 0xff) == 0x81 && body[2] == 0x1F && body[3] == 1;
    }

    static int timeout(byte[] body) {
        return body[4] & 0xff;
    }
}
