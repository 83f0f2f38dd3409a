package fobsmith.firmware.usb;

import java.util.Set;
import java.util.function.Function;

/** What the messages of CCID 1.10 section 6.1 do, and their answers. */
final class BulkMessages {
    private static final Set<MessageType> WITHOUT_DATA = Set.of(
            MessageType.ICC_POWER_ON,
            MessageType.ICC_POWER_OFF,
            MessageType.GET_SLOT_STATUS,
            MessageType.GET_PARAMETERS,
            MessageType.RESET_PARAMETERS,
            MessageType.ABORT);
    private static final int LAST_VOLTAGE = 3;
    private static final int LAST_PROTOCOL = 1;
    private static final int CLOCK_RUNS = 0;
    private static final int CLOCK_STOPPED_LOW = 1;
    private static final byte[] NOTHING = {};

    private final Slot slot;
    private final ApduExchange exchange;
    private final int success;
    private ProtocolParameters parameters;

    /**
     * @param longest message, header included
     * @param success bError of answers that tell no error
     */
    BulkMessages(Slot slot, ExchangeLevel level, int longest, int success) {
        this.slot = slot;
        this.success = success;
        this.exchange = new ApduExchange(level, longest - BulkCommand.HEADER, slot);
        this.parameters = ProtocolParameters.offeredBy(slot.card().atr());
    }

    /** Whatever is under way between card and host is given up. */
    void giveUp() {
        exchange.forget();
    }

    /** @throws StillAtWork where the card takes its time: {@link #conclude} */
    byte[] answer(BulkCommand command) {
        return BulkCommand.withSuccess(answer(command, slot.status()), success);
    }

    /** As if the card were not there. */
    byte[] answerWithoutCard(BulkCommand command) {
        return BulkCommand.withSuccess(answer(command, IccStatus.ABSENT), success);
    }

    /** The answer to a command that took its time; the card may have been taken out meanwhile. */
    byte[] conclude(BulkCommand command, CardWork work) {
        var answer = withCard(command, slot.status(), in -> exchange.conclude(in, work));
        return BulkCommand.withSuccess(answer, success);
    }

    private byte[] answer(BulkCommand command, IccStatus seen) {
        if (command.slot() != 0) {
            return command.failed(IccStatus.ABSENT, SlotError.BAD_SLOT);
        }
        if (!command.isWhole() || (WITHOUT_DATA.contains(command.type()) && command.data().length > 0)) {
            return command.failed(seen, SlotError.BAD_LENGTH);
        }
        return switch (command.type()) {
            case ICC_POWER_ON -> withCard(command, seen, this::powerOn);
            case ICC_POWER_OFF -> powerOff(command, seen);
            case GET_SLOT_STATUS, ABORT -> slotStatus(command, seen);
            case XFR_BLOCK -> withCard(command, seen, this::exchange);
            case GET_PARAMETERS -> withCard(command, seen, this::parameters);
            case RESET_PARAMETERS -> withCard(command, seen, this::resetParameters);
            case SET_PARAMETERS -> withCard(command, seen, this::setParameters);
            case SECURE, T0_APDU, ESCAPE, ICC_CLOCK, MECHANICAL, SET_DATA_RATE_AND_CLOCK_FREQUENCY, UNKNOWN ->
                command.failed(seen, SlotError.COMMAND_NOT_SUPPORTED);
        };
    }

    private static byte[] withCard(BulkCommand command, IccStatus seen, Function<BulkCommand, byte[]> action) {
        return seen == IccStatus.ABSENT ? command.failed(seen, SlotError.ICC_MUTE) : action.apply(command);
    }

    private byte[] powerOn(BulkCommand command) {
        if (command.firstParameter() > LAST_VOLTAGE) {
            return command.failed(slot.status(), SlotError.BAD_FIRST_PARAMETER);
        }
        exchange.forget();
        var atr = slot.powerOn();
        parameters = ProtocolParameters.offeredBy(atr);
        return command.processed(slot.status(), 0, atr);
    }

    private byte[] powerOff(BulkCommand command, IccStatus seen) {
        exchange.forget();
        slot.powerOff();
        return slotStatus(command, seen == IccStatus.ABSENT ? seen : slot.status());
    }

    private static byte[] slotStatus(BulkCommand command, IccStatus seen) {
        return command.processed(seen, seen == IccStatus.ACTIVE ? CLOCK_RUNS : CLOCK_STOPPED_LOW, NOTHING);
    }

    private byte[] exchange(BulkCommand command) {
        return slot.status() == IccStatus.ACTIVE
                ? exchange.answer(command)
                : command.failed(slot.status(), SlotError.HARDWARE_ERROR);
    }

    private byte[] parameters(BulkCommand command) {
        return command.processed(slot.status(), parameters.protocol(), parameters.structure());
    }

    private byte[] resetParameters(BulkCommand command) {
        parameters = ProtocolParameters.offeredBy(slot.card().atr());
        return parameters(command);
    }

    private byte[] setParameters(BulkCommand command) {
        if (command.firstParameter() > LAST_PROTOCOL) {
            return command.failed(slot.status(), SlotError.BAD_FIRST_PARAMETER);
        }
        var wanted = ProtocolParameters.set(command.firstParameter(), command.data());
        wanted.ifPresent(fitting -> parameters = fitting);
        return wanted.isPresent() ? parameters(command) : command.failed(slot.status(), SlotError.BAD_LENGTH);
    }
}
