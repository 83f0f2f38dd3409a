package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import java.util.Arrays;
import java.util.Optional;

/** The slots of one token, by profile: looked at, erased, written. What is changed takes the admin PIN. */
final class Slots {
    /** Of the first slot that follows the clock. */
    private static final int FIRST_TOTP = 0x20;
    /** Of the first slot that counts; the fourth, 13, only verifies codes and is left alone. */
    private static final int FIRST_HOTP = 0x10;

    private static final byte NAME = 'N';
    private static final byte SEED = 'S';
    private static final int PIECE = 30;

    private final ReportPipe pipe;
    private final Pin pin;
    private final String serial;

    /** @param pin the admin's */
    Slots(ReportPipe pipe, Pin pin, String serial) {
        this.pipe = pipe;
        this.pin = pin;
        this.serial = serial;
    }

    /** The firmware's number of a profile. */
    static byte number(int profile) {
        int counting = profile - NitrokeyLimits.PROFILES;
        return (byte) (counting < 0 ? FIRST_TOTP + profile : FIRST_HOTP + counting);
    }

    private static Request readSlot(int profile) {
        return Request.of(Command.READ_SLOT, payload -> payload.put(number(profile)));
    }

    boolean carriesSeed(int profile) {
        NitrokeyLimits.requireProfile(profile);
        var outcome = pipe.outcome(readSlot(profile));
        if (outcome != Outcome.OK && outcome != Outcome.SLOT_NOT_PROGRAMMED) {
            throw outcome.refusal(Command.READ_SLOT);
        }
        return outcome == Outcome.OK;
    }

    /** Empty where it carries no seed. */
    Optional<SlotContent> read(int profile) {
        return carriesSeed(profile) ? Optional.of(pipe.ask(readSlot(profile), SlotContent::read)) : Optional.empty();
    }

    void erase(int profile) {
        if (!carriesSeed(profile)) {
            return;
        }
        pin.requireOpen();
        pipe.order(Request.of(Command.ERASE_SLOT, payload -> {
            payload.put(number(profile));
            pin.put(payload);
        }));
        if (carriesSeed(profile)) {
            throw new DeviceException.Malformed(
                    "profile %d still carries a seed after it was erased".formatted(profile));
        }
    }

    void requireEmpty(int profile) {
        if (carriesSeed(profile)) {
            throw new DeviceException.Refused(
                    "profile %d of %s carries a seed, which is never overwritten".formatted(profile, serial),
                    "choose an empty profile, or erase this one first");
        }
    }

    /** Into an empty one, in the order of the vendor's library; the caller wipes the seed. */
    void write(int profile, SlotContent content, byte[] seed) {
        sendSeed(seed);
        send(NAME, 0, content.name());
        pipe.order(Request.of(Command.WRITE_TO_SLOT, payload -> {
            pin.put(payload);
            content.put(number(profile), payload);
        }));
        if (!pipe.ask(readSlot(profile), SlotContent::read).equals(content)) {
            throw new DeviceException.Malformed("profile %d does not show what was written into it".formatted(profile));
        }
    }

    private void sendSeed(byte[] seed) {
        for (int from = 0; from < seed.length; from += PIECE) {
            var piece = Arrays.copyOfRange(seed, from, Math.min(from + PIECE, seed.length));
            try {
                send(SEED, from / PIECE, piece);
            } finally {
                Arrays.fill(piece, (byte) 0);
            }
        }
    }

    private void send(byte type, int id, byte[] data) {
        pipe.order(Request.of(Command.SEND_OTP_DATA, payload -> {
            pin.put(payload);
            payload.put(type).put((byte) id).put(data);
        }));
    }
}
