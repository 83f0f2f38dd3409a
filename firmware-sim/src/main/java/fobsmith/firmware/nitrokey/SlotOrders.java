package fobsmith.firmware.nitrokey;

import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Hotp;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;

/** What hosts want of slots. Each answers with the payload of its report. */
final class SlotOrders {
    private static final int LOOK_AHEAD = 10;
    private static final byte NOT_FOUND = -2;
    private static final int INTERVAL_BITS = 0xffff;

    private final Memory memory;
    private final RamClock clock;

    SlotOrders(Memory memory, RamClock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    byte[] name(int number) {
        return withProgrammed(number, StoredSlot::name);
    }

    byte[] read(int number) {
        return withProgrammed(
                number,
                slot -> little(StoredSlot.NAME + 1 + StoredSlot.TOKEN_ID + Long.BYTES)
                        .put(slot.name())
                        .put(slot.configuration())
                        .put(slot.tokenId())
                        .putLong(slot.factor())
                        .array());
    }

    /** WRITE_TO_SLOT: the name is looked at first, the number then. Closes the draft. */
    byte[] write(Request request, StoredSlot draft) {
        try (draft) {
            int number = request.at(26);
            Refusal.unless(draft.hasName(), CommandStatus.NO_NAME);
            requireExists(number);
            if (!draft.hasSecret()) {
                keepSecret(number, draft);
            }
            draft.program(number, (byte) request.at(35), request.bytes(36, StoredSlot.TOKEN_ID), request.int64(27));
            memory.keep(number, draft);
            return new byte[0];
        }
    }

    private void keepSecret(int number, StoredSlot draft) {
        try (var stored = memory.slot(number).orElseGet(StoredSlot::erased)) {
            var secret = stored.secret();
            draft.secret(secret, 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    byte[] erase(int number) {
        requireExists(number);
        memory.erase(number);
        return new byte[0];
    }

    /** GET_CODE: HOTP's counter has gone on before the code is given away. */
    byte[] code(int number) {
        Refusal.unless(number != SlotNumbers.VERIFIED, CommandStatus.WRONG_SLOT);
        return withProgrammed(number, slot -> {
            int code = code(slot, SlotNumbers.isHotp(number) ? slot.factor() : timeStep(slot));
            if (SlotNumbers.isHotp(number)) {
                advance(number, slot, 1);
            }
            return little(Integer.BYTES + 1 + StoredSlot.TOKEN_ID)
                    .putInt(code)
                    .put(slot.configuration())
                    .put(slot.tokenId())
                    .array();
        });
    }

    /** Of the interval only 16 bits are used. Assumed: time step 0 where they are zero. */
    private long timeStep(StoredSlot slot) {
        long interval = slot.factor() & INTERVAL_BITS;
        return interval == 0 ? 0 : Long.divideUnsigned(clock.seconds(), interval);
    }

    private void advance(int number, StoredSlot slot, int by) {
        slot.factor(slot.factor() + by);
        memory.keep(number, slot);
    }

    /** VERIFY_OTP_CODE: whether the code is one of the next, and which. */
    byte[] verify(int code) {
        return withProgrammed(SlotNumbers.VERIFIED, slot -> {
            for (int ahead = 0; ahead < LOOK_AHEAD; ahead++) {
                if (code(slot, slot.factor() + ahead) == code) {
                    advance(SlotNumbers.VERIFIED, slot, ahead + 1);
                    return new byte[] {1, (byte) ahead};
                }
            }
            return new byte[] {0, NOT_FOUND};
        });
    }

    private static int code(StoredSlot slot, long factor) {
        var secret = slot.secret();
        try {
            return Integer.parseInt(Hotp.value(secret, Algorithm.SHA1, slot.digits(), factor));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] withProgrammed(int number, Function<StoredSlot, byte[]> work) {
        requireExists(number);
        try (var slot = memory.slot(number).orElseThrow(() -> new Refusal(CommandStatus.SLOT_NOT_PROGRAMMED))) {
            return work.apply(slot);
        }
    }

    private static void requireExists(int number) {
        Refusal.unless(SlotNumbers.exists(number), CommandStatus.WRONG_SLOT);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
