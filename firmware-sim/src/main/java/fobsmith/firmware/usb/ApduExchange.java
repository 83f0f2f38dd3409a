package fobsmith.firmware.usb;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** PC_to_RDR_XfrBlock: one APDU to the card, its response back, each in one message or chained. CCID 1.10 section 6.1.4. */
final class ApduExchange {
    private static final int SHORTEST_APDU = 4;
    private static final int LONGEST_APDU = 65_544;

    private static final int WHOLE = 0x00;
    private static final int BEGINS = 0x01;
    private static final int ENDS = 0x02;
    private static final int CONTINUES = 0x03;
    /** wLevelParameter: the host asks for more; bChainParameter: the reader does. */
    private static final int NEXT = 0x10;

    private static final byte[] NOTHING = {};

    private final ExchangeLevel level;
    private final int room;
    private final Slot slot;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] rest = NOTHING;

    /** @param room bytes of an APDU that one message holds */
    ApduExchange(ExchangeLevel level, int room, Slot slot) {
        this.level = level;
        this.room = room;
        this.slot = slot;
    }

    void forget() {
        begun.reset();
        rest = NOTHING;
    }

    /** @throws StillAtWork where the card takes longer than the slot's patience */
    byte[] answer(BulkCommand command) {
        return switch (level) {
            case SHORT_APDU -> command.level() == WHOLE ? whole(command) : fail(command, SlotError.BAD_LEVEL);
            case EXTENDED_APDU -> chained(command);
        };
    }

    private byte[] chained(BulkCommand command) {
        return switch (command.level()) {
            case WHOLE -> whole(command);
            case BEGINS -> begin(command);
            case CONTINUES, ENDS -> begun.size() == 0 ? fail(command, SlotError.BAD_LEVEL) : go(command);
            case NEXT -> rest.length == 0 ? fail(command, SlotError.BAD_LEVEL) : piece(command, ENDS, CONTINUES);
            default -> fail(command, SlotError.BAD_LEVEL);
        };
    }

    private byte[] whole(BulkCommand command) {
        forget();
        return exchange(command, command.data());
    }

    private byte[] begin(BulkCommand command) {
        forget();
        return go(command);
    }

    private byte[] go(BulkCommand command) {
        begun.writeBytes(command.data());
        if (begun.size() > LONGEST_APDU) {
            return fail(command, SlotError.BAD_LENGTH);
        }
        return command.level() == ENDS
                ? exchange(command, begun.toByteArray())
                : command.processed(IccStatus.ACTIVE, NEXT, NOTHING);
    }

    private byte[] exchange(BulkCommand command, byte[] apdu) {
        if (apdu.length < SHORTEST_APDU) {
            return fail(command, SlotError.BAD_LENGTH);
        }
        forget();
        var work = CardWork.begin(slot.card(), apdu);
        if (!work.isDoneWithin(slot.patience())) {
            throw new StillAtWork(work);
        }
        return conclude(command, work);
    }

    /** What the card has done about this command, now that it has. */
    byte[] conclude(BulkCommand command, CardWork work) {
        rest = work.response();
        if (level == ExchangeLevel.SHORT_APDU && rest.length > room) {
            return fail(command, SlotError.OVERRUN);
        }
        return piece(command, WHOLE, BEGINS);
    }

    private byte[] piece(BulkCommand command, int last, int notLast) {
        var now = Arrays.copyOf(rest, Math.min(rest.length, room));
        rest = Arrays.copyOfRange(rest, now.length, rest.length);
        return command.processed(IccStatus.ACTIVE, rest.length == 0 ? last : notLast, now);
    }

    private byte[] fail(BulkCommand command, SlotError error) {
        forget();
        return command.failed(IccStatus.ACTIVE, error);
    }
}
