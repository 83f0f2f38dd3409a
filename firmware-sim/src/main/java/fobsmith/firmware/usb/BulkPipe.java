package fobsmith.firmware.usb;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the bulk endpoint for messages to the one for answers. */
final class BulkPipe {
    private final int endpoint;
    private final Endpoints endpoints;
    private final Slot slot;
    private final FaultSwitch<ReaderFault> faults;
    private final BulkMessages messages;
    private final Incoming incoming = new Incoming();
    private final Outgoing outgoing = new Outgoing();
    private final Abort abort = new Abort();

    /** @param endpoint where messages come in, of those */
    BulkPipe(int endpoint, Endpoints endpoints, Slot slot, ExchangeLevel level, FaultSwitch<ReaderFault> faults) {
        this.endpoint = endpoint;
        this.endpoints = endpoints;
        this.slot = slot;
        this.faults = faults;
        this.messages = new BulkMessages(slot, level);
    }

    void forget() {
        incoming.forget();
        outgoing.forget();
        abort.forget();
        messages.giveUp();
    }

    void out(byte[] transfer) {
        incoming.accept(transfer).ifPresent(this::take);
    }

    Optional<byte[]> in(int capacity) {
        return outgoing.next(capacity);
    }

    /** ABORT over the control pipe. */
    void abort(int sequence) {
        abort.ask(sequence).map(this::aborted).ifPresent(outgoing::add);
    }

    private void take(BulkCommand command) {
        if (outgoing.isFull()) {
            endpoints.halt(endpoint);
            throw new UsbStall("too many answers wait to be read");
        }
        var fault = faults.next();
        var answers = fault.isPresent()
                ? answers(command, fault.get())
                : answer(command).stream().toList();
        answers.forEach(outgoing::add);
    }

    /** None for the first half of an abort. */
    private Optional<byte[]> answer(BulkCommand command) {
        if (command.slot() == 0 && command.type() == MessageType.ABORT) {
            return abort.ask(command).map(this::aborted);
        }
        return Optional.of(
                abort.isUnderWay() ? command.failed(slot.status(), SlotError.ABORTED) : messages.answer(command));
    }

    private byte[] aborted(BulkCommand command) {
        outgoing.forget();
        messages.giveUp();
        return messages.answer(command);
    }

    private List<byte[]> answers(BulkCommand command, ReaderFault fault) {
        return switch (fault) {
            case ReaderFault.MessageLost _ -> List.of();
            case ReaderFault.CardUnseen _ -> List.of(messages.answerWithoutCard(command));
            case ReaderFault.ErrorStatus(int error) -> List.of(command.failed(slot.status(), error));
            case ReaderFault.TimeExtension(int times) -> late(command, times);
            case ReaderFault.HaltedEndpoint(int endpoint) -> halted(command, endpoint);
            case ReaderFault.SpoiledAnswer spoiled ->
                answer(command).map(spoiled::spoil).orElse(List.of());
        };
    }

    private List<byte[]> late(BulkCommand command, int times) {
        var request = command.moreTime(slot.status(), 1);
        return Stream.concat(Collections.nCopies(times, request).stream(), answer(command).stream())
                .toList();
    }

    private List<byte[]> halted(BulkCommand command, int other) {
        endpoints.halt(other);
        endpoints.requireRunning(endpoint);
        return answer(command).stream().toList();
    }
}
