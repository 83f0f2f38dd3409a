package fobsmith.firmware.nitrokey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/** One run of a Nitrokey's firmware, from when it got power until it has none: which command does what. */
final class Firmware implements AutoCloseable {
    private static final int MOST_RANDOM = 51;
    static final int USER_PIN_WANTED_AT = 3;
    private static final byte[] NOTHING = {};

    private final NitrokeyDescription description;
    private final Memory memory;
    private final RandomGenerator random;
    private final SlotOrders slots;
    private final TimeOrder time;
    private final Pin userPin;
    private final Pin adminPin;
    private final TemporaryPassword user = new TemporaryPassword();
    private final TemporaryPassword admin = new TemporaryPassword();
    private final Draft draft = new Draft();

    Firmware(NitrokeyDescription description, Memory memory, RamClock clock, RandomGenerator random) {
        this.description = description;
        this.memory = memory;
        this.random = random;
        this.slots = new SlotOrders(memory, clock);
        this.time = new TimeOrder(memory, clock);
        this.userPin = Pin.user(memory);
        this.adminPin = Pin.admin(memory);
    }

    byte[] answer(byte[] report) {
        try (var request = new Request(report)) {
            if (!request.isWhole()) {
                return request.answer(CommandStatus.WRONG_CRC, NOTHING);
            }
            try {
                return request.answer(CommandStatus.OK, carryOut(request));
            } catch (Refusal e) {
                return request.answer(e.status(), NOTHING);
            }
        }
    }

    private byte[] carryOut(Request request) {
        return switch (request.command()) {
            case 0x00 -> status();
            case 0x09 -> new byte[] {(byte) adminPin.triesLeft()};
            case 0x0f -> new byte[] {(byte) userPin.triesLeft()};
            case 0x1b -> random(request.at(1));
            // LOCK closes the password safe, which is not simulated.
            case 0x12 -> NOTHING;
            case 0x0b -> {
                time.set(request.at(1), request.int64(2));
                yield NOTHING;
            }
            case 0x07, 0x0e, 0x11, 0x13, 0x14, 0x15 -> withPins(request);
            // The password safe and firmware updates.
            case 0x19, 0x1a, 0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x6a, 0x6b ->
                throw new Refusal(CommandStatus.NOT_SUPPORTED);
            default -> withSlots(request);
        };
    }

    private byte[] withSlots(Request request) {
        return switch (request.command()) {
            case 0x01 -> {
                requireAdmin(request, 1);
                yield slots.write(request, draft.take());
            }
            case 0x02 -> slots.name(request.at(1));
            case 0x03 -> slots.read(request.at(1));
            case 0x04 -> code(request);
            case 0x05 -> {
                requireAdmin(request, 6);
                memory.keepConfiguration(request.bytes(1, Memory.CONFIGURATION_BYTES));
                yield NOTHING;
            }
            case 0x06 -> {
                requireAdmin(request, 2);
                yield slots.erase(request.at(1));
            }
            case 0x17 -> {
                requireAdmin(request, 1);
                yield draft.add(request);
            }
            case 0x18 -> slots.verify(request.int32(1));
            default -> throw new Refusal(CommandStatus.UNKNOWN_COMMAND);
        };
    }

    private byte[] withPins(Request request) {
        switch (request.command()) {
            case 0x07 -> authenticate(request, admin, adminPin);
            case 0x0e -> authenticate(request, user, userPin);
            case 0x11 -> {
                verify(request, adminPin);
                change(request, userPin, CommandStatus.PIN_NOT_UNBLOCKED);
            }
            case 0x13 -> {
                verify(request, adminPin);
                memory.resetToFactory();
            }
            case 0x14 -> {
                verify(request, userPin);
                change(request, userPin, CommandStatus.USER_PIN_NOT_CHANGED);
            }
            default -> {
                verify(request, adminPin);
                change(request, adminPin, CommandStatus.ADMIN_PIN_NOT_CHANGED);
            }
        }
        return NOTHING;
    }

    private static void authenticate(Request request, TemporaryPassword password, Pin pin) {
        password.forget();
        verify(request, pin);
        password.set(request.bytes(1 + Pin.FIELD, TemporaryPassword.LENGTH));
    }

    private static void verify(Request request, Pin pin) {
        Refusal.unless(pin.verify(request.bytes(1, Pin.FIELD)), CommandStatus.WRONG_PASSWORD);
    }

    private static void change(Request request, Pin pin, CommandStatus otherwise) {
        Refusal.unless(pin.change(request.bytes(1 + Pin.FIELD, Pin.FIELD)), otherwise);
    }

    private void requireAdmin(Request request, int offset) {
        admin.require(request.bytes(offset, TemporaryPassword.LENGTH));
    }

    private byte[] code(Request request) {
        if (memory.configuration()[USER_PIN_WANTED_AT] == 1) {
            user.require(request.bytes(19, TemporaryPassword.LENGTH));
        }
        return slots.code(request.at(1));
    }

    private byte[] status() {
        return ByteBuffer.allocate(2 + Integer.BYTES + Memory.CONFIGURATION_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) description.firmwareMinor())
                .put((byte) NitrokeyDescription.FIRMWARE_MAJOR)
                .putInt(description.number())
                .put(memory.configuration())
                .array();
    }

    /** Assumed: as many as there is room for, where more are wanted. */
    private byte[] random(int wanted) {
        var drawn = new byte[Math.min(wanted, MOST_RANDOM)];
        random.nextBytes(drawn);
        var payload = new byte[2 + drawn.length];
        payload[0] = 1;
        payload[1] = (byte) drawn.length;
        System.arraycopy(drawn, 0, payload, 2, drawn.length);
        return payload;
    }

    @Override
    public void close() {
        user.close();
        admin.close();
        draft.close();
    }
}
