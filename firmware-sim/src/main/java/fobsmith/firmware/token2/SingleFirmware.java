package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One run of a single-profile token's firmware: which command does what, in the order in which token2/openT2OTP looks at
 * things. It looks at P1 only where it has to tell instructions apart, and never at P2.
 */
final class SingleFirmware {
    private static final int OPEN = 0x80;
    private static final int SECURED = 0x84;
    private static final int INFO = 0x41;
    private static final int CHALLENGE = 0x4B;
    private static final int AUTHENTICATE = 0xCE;
    private static final int SEED = 0xC5;
    private static final int CONFIG = 0xD4;
    private static final int CHALLENGE_LENGTH = 8;

    private static final int CONFIG_LENGTH = 19;
    private static final int TIMEOUT_AT = 4;
    private static final int TIME_AT = 7;
    private static final int ALGORITHM_AT = 15;
    private static final int STEP_AT = 18;
    private static final byte[] DONE = {(byte) 0x90, 0x00};
    private static final byte MARK = (byte) 0x80;

    /** The only profile's. */
    private static final int PROFILE = 0;

    private final SingleProfileDescription description;
    private final Memory memory;
    private final Rtc rtc;
    private final SingleGate gate;
    /** What a CONFIG has changed before it was refused. */
    private @Nullable Configuration changed;

    SingleFirmware(SingleProfileDescription description, Memory memory, Rtc rtc, RandomGenerator random) {
        this.description = description;
        this.memory = memory;
        this.rtc = rtc;
        this.gate = new SingleGate(description, memory, random);
    }

    private Configuration configuration() {
        try (var profile = memory.profile(PROFILE)) {
            return changed == null ? profile.configuration() : changed;
        }
    }

    /** Assumed: the firmware starts anew whenever the token comes into a reader's field. */
    void reset() {
        gate.forget();
        changed = null;
    }

    SingleGate gate() {
        return gate;
    }

    /** The caller closes it. */
    StoredProfile profile() {
        try (var profile = memory.profile(PROFILE)) {
            return profile.with(configuration());
        }
    }

    byte[] answer(byte[] apdu) {
        try {
            return answer(SingleCommand.parse(apdu));
        } catch (Refusal e) {
            return ByteBuffer.allocate(Short.BYTES).putShort((short) e.word()).array();
        }
    }

    private byte[] answer(SingleCommand command) {
        return switch (command.type()) {
            case OPEN -> open(command);
            case SECURED -> secured(command, gate.body(command));
            default -> throw new Refusal(Refusal.UNKNOWN_CLASS);
        };
    }

    private byte[] open(SingleCommand command) {
        if (command.instruction() == CHALLENGE && command.p1() == CHALLENGE_LENGTH) {
            return done(gate.challenge());
        }
        return switch (command.instruction()) {
            case INFO -> info();
            case AUTHENTICATE -> {
                gate.authenticate(command.data());
                yield done();
            }
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] info() {
        var serial = description.serial().getBytes(US_ASCII);
        return done(ByteBuffer.allocate(3 + 1 + serial.length + 2 + Integer.BYTES)
                .put(new byte[3])
                .put((byte) serial.length)
                .put(serial)
                .put(new byte[2])
                .putInt((int) rtc.shown().getEpochSecond())
                .array());
    }

    private static byte[] done(byte... data) {
        var answer = Arrays.copyOf(data, data.length + DONE.length);
        System.arraycopy(DONE, 0, answer, data.length, DONE.length);
        return answer;
    }

    private byte[] secured(SingleCommand order, byte[] body) {
        boolean seed = order.instruction() == SEED && order.p1() == 1;
        Refusal.unless(seed || order.instruction() == CONFIG, Refusal.UNKNOWN_INSTRUCTION);
        gate.requireAuthenticated();
        if (seed) {
            seed(body);
        } else {
            config(body);
        }
        return done();
    }

    private void seed(byte[] encrypted) {
        var padded = SingleGate.decrypt(encrypted);
        try (var old = profile();
                var written = old.withSeed(stripped(padded))) {
            memory.keep(PROFILE, written);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** What comes before the last 80 that has only zeros behind it, in whichever block: nothing deletes the seed. */
    private static byte[] stripped(byte[] padded) {
        int at = padded.length - 1;
        while (at > 0 && padded[at] == 0) {
            at--;
        }
        Refusal.unless(padded[at] == MARK, Refusal.WRONG_DATA);
        return Arrays.copyOf(padded, at);
    }

    /** What has been read before a wrong tag is in force, until the next order that is carried out keeps it for good. */
    private void config(byte[] body) {
        Refusal.unless(body.length == CONFIG_LENGTH, Refusal.WRONG_DATA);
        requireBytes(body, 0, "81111f01");
        changed = configuration().withTimeout(body[TIMEOUT_AT] & 0xff);
        requireBytes(body, 5, "0f04");
        requireBytes(body, 11, "86060a01");
        changed = with(body[ALGORITHM_AT] & 0xff, configuration().step());
        requireBytes(body, 16, "0d01");
        changed = with(configuration().algorithm(), body[STEP_AT] & 0xff);
        rtc.set(
                PROFILE,
                Instant.ofEpochSecond(
                        Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt(TIME_AT))));
        try (var old = profile();
                var written = description.restrictedSync() ? old.withoutSeed() : old.with(configuration())) {
            memory.keep(PROFILE, written);
        }
    }

    private Configuration with(int algorithm, int step) {
        return new Configuration(
                configuration().timeout(), algorithm, configuration().digits(), step);
    }

    private static void requireBytes(byte[] body, int at, String hex) {
        var wanted = HexFormat.of().parseHex(hex);
        Refusal.unless(Arrays.equals(Arrays.copyOfRange(body, at, at + wanted.length), wanted), Refusal.WRONG_DATA);
    }
}
