package fobsmith.firmware.ykoath;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The OATH applet: which command does what. */
final class OathApplet implements Applet {
    private static final byte[] AID = HexFormat.of().parseHex("a0000005272101");
    private static final int PUT = 0x01;
    private static final int DELETE = 0x02;
    private static final int SET_CODE = 0x03;
    private static final int RESET = 0x04;
    private static final int RENAME = 0x05;
    private static final int LIST = 0xA1;
    private static final int CALCULATE = 0xA2;
    private static final int VALIDATE = 0xA3;
    private static final int CALCULATE_ALL = 0xA4;
    private static final int SEND_REMAINING = 0xA5;
    private static final int VERIFY_PIN = 0xB2;
    private static final int CHANGE_PIN = 0xB3;
    private static final int SET_PIN = 0xB4;
    private static final int OTHER_RENAME = 0xB7;
    private static final int GET_RESPONSE = 0xC0;

    private static final int TRUNCATED = 0x0001;
    private static final int REALLY = 0xDEAD;
    private static final int CHUNK = 255;
    private static final int SALT = 8;
    private static final byte[] NOTHING = {};

    private final YubiKeyDescription description;
    private final Memory memory;
    private final RandomGenerator random;
    private final Finger finger;
    private final AccessLock lock;
    private final Pin pin;
    private final Credentials credentials;
    private final Calculator calculator;
    private final Remainder remainder = new Remainder();

    OathApplet(YubiKeyDescription description, Memory memory, RandomGenerator random, Finger finger) {
        this.description = description;
        this.memory = memory;
        this.random = random;
        this.finger = finger;
        this.lock = new AccessLock(description, memory, random);
        this.pin = new Pin(memory, finger);
        this.credentials = new Credentials(description, memory);
        this.calculator = new Calculator(description, credentials, finger);
        ensureSalt();
    }

    AccessLock lock() {
        return lock;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Its first seven bytes, or the vendor's eighth too. */
    @Override
    public boolean isCalled(byte[] aid) {
        return Arrays.equals(aid, AID)
                || (aid.length == AID.length + 1 && Arrays.equals(Arrays.copyOf(aid, AID.length), AID));
    }

    @Override
    public byte[] select() {
        var answer = new Tlvs().add(Tag.VERSION, description.version().bytes());
        pin.tell(answer);
        lock.ask(answer);
        if (description.has(Quirk.SERIAL_IN_SELECT)) {
            answer.add(Tag.SERIAL, description.serialBytes());
        }
        return answer.bytes();
    }

    @Override
    public void leave() {
        remainder.forget();
    }

    @Override
    public void forget() {
        remainder.forget();
        lock.forget();
    }

    @Override
    public byte[] answer(Command command) {
        int limit = description.has(Quirk.CHUNKS_BY_LE) ? command.expected(CHUNK) : CHUNK;
        if (fetchesTheRest(command.instruction())) {
            lock.requireOpen();
            requireParameters(command, 0);
            return remainder.next(limit);
        }
        remainder.forget();
        return remainder.first(data(command), limit);
    }

    private boolean fetchesTheRest(int instruction) {
        return instruction == SEND_REMAINING || (instruction == GET_RESPONSE && description.has(Quirk.GET_RESPONSE_C0));
    }

    private byte[] data(Command command) {
        return switch (command.instruction()) {
            case PUT -> change(command, () -> credentials.put(command.data()));
            case DELETE -> change(command, () -> credentials.delete(command.data()));
            case RENAME, OTHER_RENAME -> rename(command);
            case LIST -> list(command);
            case CALCULATE -> calculator.one(open(command).data(), truncated(command));
            case CALCULATE_ALL -> all(command);
            case RESET -> reset(command);
            case SET_CODE, VALIDATE -> access(command);
            case VERIFY_PIN -> pin(command, pin::verify);
            case CHANGE_PIN -> pin(command, pin::change);
            case SET_PIN -> pin(command, pin::set);
            default -> throw new Refusal(Refusal.UNKNOWN_INSTRUCTION);
        };
    }

    private Command open(Command command) {
        lock.requireOpen();
        return command;
    }

    private void requireParameters(Command command, int own) {
        Refusal.unless(command.parameters() == own, wrongParameters());
    }

    private int wrongParameters() {
        return description.has(Quirk.WRONG_PARAMETERS_ARE_6B00)
                ? Refusal.OTHER_WRONG_PARAMETERS
                : Refusal.WRONG_PARAMETERS;
    }

    private boolean truncated(Command command) {
        Refusal.unless(command.parameters() <= TRUNCATED, wrongParameters());
        return command.parameters() == TRUNCATED;
    }

    private byte[] change(Command command, Runnable work) {
        requireParameters(open(command), 0);
        touchToChange();
        work.run();
        return NOTHING;
    }

    private void touchToChange() {
        if (description.has(Quirk.TOUCH_TO_CHANGE)) {
            finger.require();
        }
    }

    private byte[] all(Command command) {
        Refusal.unless(!description.has(Quirk.NO_CALCULATE_ALL), Refusal.CONDITIONS);
        return calculator.all(open(command).data(), truncated(command));
    }

    private byte[] rename(Command command) {
        boolean other = description.has(Quirk.RENAME_IS_B7);
        boolean meant = command.instruction() == (other ? OTHER_RENAME : RENAME);
        Refusal.unless(meant && description.renames(), Refusal.UNKNOWN_INSTRUCTION);
        requireParameters(open(command), 0);
        if (other) {
            finger.require();
        }
        credentials.rename(command.data());
        return NOTHING;
    }

    private byte[] list(Command command) {
        requireParameters(open(command), 0);
        return credentials.list();
    }

    private byte[] reset(Command command) {
        Refusal.unless(!description.has(Quirk.NO_RESET), Refusal.UNKNOWN_INSTRUCTION);
        requireParameters(command, REALLY);
        touchToChange();
        memory.reset();
        lock.forget();
        ensureSalt();
        return NOTHING;
    }

    /** Power may fail between a reset and the new salt. */
    private void ensureSalt() {
        if (memory.salt().isEmpty()) {
            var salt = new byte[SALT];
            random.nextBytes(salt);
            memory.keepSalt(salt);
        }
    }

    private byte[] pin(Command command, Consumer<byte[]> order) {
        Refusal.unless(description.has(Quirk.PIN_INSTEAD_OF_ACCESS_KEY), Refusal.UNKNOWN_INSTRUCTION);
        requireParameters(command, 0);
        order.accept(command.data());
        return NOTHING;
    }

    private byte[] access(Command command) {
        Refusal.unless(!description.has(Quirk.PIN_INSTEAD_OF_ACCESS_KEY), Refusal.UNKNOWN_INSTRUCTION);
        if (command.instruction() == VALIDATE) {
            requireParameters(command, 0);
            return lock.validate(command.data());
        }
        requireParameters(open(command), 0);
        lock.set(command.data());
        return NOTHING;
    }
}
