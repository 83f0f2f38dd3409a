package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One run of a Molto2's firmware, from when it started on its flash until power fails: which command does what. */
final class Firmware implements AutoCloseable {
    private static final byte[] DONE = {(byte) 0x90, 0x00};
    /** Waiting for the up arrow. */
    private static final byte[] WAITING = {(byte) 0x90, 0x60};

    private static final int CHALLENGE_LENGTH = 8;
    private static final int PUBLIC_BLOCK = 0x70;

    private final Molto2Description description;
    private final InstantSource realTime;
    private final Memory memory;
    private final Rtc rtc;
    private final Gate gate;
    private final ProfileOrders profiles;
    private final Face face;
    private Confirmation confirmation = Confirmation.none();

    Firmware(Molto2Description description, Memory memory, Rtc rtc, InstantSource realTime, RandomGenerator random) {
        this.description = description;
        this.realTime = realTime;
        this.memory = memory;
        this.rtc = rtc;
        this.gate = new Gate(memory, description.assumptions(), random);
        this.profiles = new ProfileOrders(description, memory, rtc);
        this.face = new Face(description, profiles, rtc, realTime);
    }

    /** The reader has taken the card's power, or reset it. */
    void reset() {
        gate.forget();
        if (!description.assumptions().hold(Assumption.WAITS_WITHOUT_POWER)) {
            waitFor(Confirmation.none());
        }
    }

    byte[] answer(byte[] apdu) {
        try {
            return answer(Command.parse(apdu));
        } catch (Refusal e) {
            return ByteBuffer.allocate(Short.BYTES).putShort((short) e.word()).array();
        }
    }

    private byte[] answer(Command command) {
        if (!description.assumptions().hold(Assumption.WAITS_THROUGH_COMMANDS)) {
            waitFor(Confirmation.none());
        }
        return switch (command.type()) {
            case 0x80 -> open(command);
            case 0x84 -> secured(command);
            default -> throw new Refusal(Refusal.UNKNOWN_CLASS);
        };
    }

    private byte[] open(Command command) {
        return switch (command.instruction()) {
            case 0x41 -> command.body().length == 0 ? info(command) : publicBlock(command);
            case 0x4B -> challenge(command);
            case 0xCE -> {
                gate.authenticate(command.requireParameters(0, 0).body());
                yield DONE.clone();
            }
            case 0xE6 -> {
                profiles.delete(profiles.existing(command.requireP1(0).p2()));
                yield DONE.clone();
            }
            case 0x56 -> {
                command.requireParameters(0, 0);
                waitFor(Confirmation.ofFactoryReset(deadline()));
                yield WAITING.clone();
            }
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] info(Command command) {
        command.requireParameters(0, 0);
        var serial = description.serial().getBytes(US_ASCII);
        return ByteBuffer.allocate(3 + 1 + serial.length + 2 + Integer.BYTES + 2)
                .put(new byte[3])
                .put((byte) serial.length)
                .put(serial)
                .put(new byte[2])
                .putInt((int) rtc.shown().getEpochSecond())
                .put(DONE)
                .array();
    }

    private byte[] publicBlock(Command command) {
        command.requireP1(0);
        Refusal.unless(!command.asksForMoreThanItSays(), Refusal.UNWANTED_LENGTH);
        var body = command.body();
        Refusal.unless(body.length == 1 && body[0] == PUBLIC_BLOCK, Refusal.WRONG_DATA);
        return done(profiles.publicBlock(profiles.existing(command.p2())));
    }

    private byte[] challenge(Command command) {
        command.requireParameters(CHALLENGE_LENGTH, 0);
        return done(gate.challenge());
    }

    private static byte[] done(byte[] data) {
        var answer = Arrays.copyOf(data, data.length + DONE.length);
        System.arraycopy(DONE, 0, answer, data.length, DONE.length);
        return answer;
    }

    private byte[] secured(Command order) {
        return switch (order.instruction()) {
            case 0xC5 -> {
                withDecrypted(order.requireP1(1), padded -> profiles.seed(profiles.existing(order.p2()), padded));
                yield DONE.clone();
            }
            case 0xD5 -> {
                withDecrypted(order.requireP1(0), padded -> profiles.title(profiles.existing(order.p2()), padded));
                yield DONE.clone();
            }
            case 0xD4 -> {
                var body = gate.admit(order.requireP1(1));
                profiles.config(profiles.existing(order.p2()), body);
                yield DONE.clone();
            }
            case 0xD7 -> {
                withDecrypted(order.requireParameters(0, 0), this::waitForKey);
                yield WAITING.clone();
            }
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }

    private interface Use {
        void of(byte[] clear);
    }

    private void withDecrypted(Command order, Use use) {
        var clear = gate.decrypt(gate.admit(order));
        try {
            use.of(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** A zero, the SM4 key, padding. */
    private void waitForKey(byte[] padded) {
        var content = Padding.strip(padded);
        try {
            Refusal.unless(content.length == 1 + Sm4.BLOCK && content[0] == 0, Refusal.WRONG_DATA);
            waitFor(Confirmation.ofCustomerKey(Arrays.copyOfRange(content, 1, content.length), deadline()));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private Instant deadline() {
        return realTime.instant().plus(description.assumptions().confirmation());
    }

    private void waitFor(Confirmation other) {
        confirmation.close();
        confirmation = other;
    }

    WaitingFor waitingFor() {
        return confirmation.waitingFor(realTime.instant());
    }

    /** Somebody presses the up arrow; says what was confirmed. */
    WaitingFor confirm() {
        var confirmed = waitingFor();
        switch (confirmed) {
            case NOTHING -> {}
            case CUSTOMER_KEY -> gate.changeKey(confirmation.newKey());
            case FACTORY_RESET -> {
                memory.resetToFactory(description.assumptions().hold(Assumption.FACTORY_RESET_RESTORES_TRIES));
                gate.forget();
                profiles.forgetTimeouts();
            }
        }
        waitFor(Confirmation.none());
        return confirmed;
    }

    @Override
    public void close() {
        confirmation.close();
    }

    Gate gate() {
        return gate;
    }

    Face face() {
        return face;
    }

    ProfileOrders profiles() {
        return profiles;
    }
}
