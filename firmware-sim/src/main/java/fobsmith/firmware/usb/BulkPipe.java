package fobsmith.firmware.usb;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From the bulk endpoint for messages to the one for answers. While the card takes its time over a command, the host is asked
 * for more, one request at a time; all else but an abort is refused then.
 */
final class BulkPipe {
    private final int endpoint;
    private final Endpoints endpoints;
    private final Slot slot;
    private final FaultSwitch<ReaderFault> faults;
    private final BulkMessages messages;
    private final Incoming incoming;
    private final Outgoing outgoing = new Outgoing();
    private final Abort abort = new Abort();
    private final Consumer<Runnable> later;
    private volatile @Nullable Late late;

    /** A command that the card still works on, and what becomes of its answer. */
    private record Late(BulkCommand command, CardWork work, Function<byte[], List<byte[]>> delivery) {}

    /**
     * @param endpoint where messages come in, of those
     * @param later runs what has to be done in mid-wait as a transfer is: one at a time, and with power
     */
    BulkPipe(
            int endpoint,
            Incoming incoming,
            Endpoints endpoints,
            Slot slot,
            BulkMessages messages,
            FaultSwitch<ReaderFault> faults,
            Consumer<Runnable> later) {
        this.endpoint = endpoint;
        this.incoming = incoming;
        this.endpoints = endpoints;
        this.slot = slot;
        this.faults = faults;
        this.messages = messages;
        this.later = later;
    }

    void forget() {
        late = null;
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
        faults.next().ifPresentOrElse(fault -> carry(command, fault), () -> carry(command, List::of));
    }

    private void carry(BulkCommand command, Function<byte[], List<byte[]>> delivery) {
        try {
            answer(command).map(delivery).ifPresent(this::send);
        } catch (StillAtWork e) {
            var begun = new Late(command, e.work(), delivery);
            late = begun;
            askForTime(begun);
            Thread.ofVirtual().name("ccid time extension").start(() -> await(begun));
        } catch (CardSilence e) {
            messages.giveUp();
        }
    }

    private void send(List<byte[]> answers) {
        answers.forEach(outgoing::add);
    }

    private void await(Late waited) {
        boolean done = false;
        while (!done && waited.equals(late)) {
            done = waited.work().isDoneWithin(slot.patience());
            later.accept(done ? () -> conclude(waited) : () -> askForTime(waited));
        }
    }

    /** Nothing where it was given up meanwhile. */
    private void conclude(Late waited) {
        if (waited.equals(late)) {
            late = null;
            try {
                send(waited.delivery().apply(messages.conclude(waited.command(), waited.work())));
            } catch (CardSilence e) {
                messages.giveUp();
            }
        }
    }

    /** Unless the host has not read the last request yet, or the command was given up. */
    private void askForTime(Late waited) {
        if (waited.equals(late) && outgoing.isEmpty()) {
            outgoing.add(waited.command().moreTime(slot.status(), 1));
        }
    }

    /** None for the first half of an abort. */
    private Optional<byte[]> answer(BulkCommand command) {
        if (command.slot() == 0 && command.type() == MessageType.ABORT) {
            return abort.ask(command).map(this::aborted);
        }
        if (abort.isUnderWay()) {
            return Optional.of(command.failed(slot.status(), SlotError.ABORTED));
        }
        return Optional.of(late == null ? messages.answer(command) : command.failed(slot.status(), SlotError.BUSY));
    }

    private byte[] aborted(BulkCommand command) {
        late = null;
        outgoing.forget();
        messages.giveUp();
        return messages.answer(command);
    }

    private void carry(BulkCommand command, ReaderFault fault) {
        switch (fault) {
            case ReaderFault.MessageLost _ -> {}
            case ReaderFault.CardUnseen _ -> outgoing.add(messages.answerWithoutCard(command));
            case ReaderFault.ErrorStatus(int error) -> outgoing.add(command.failed(slot.status(), error));
            case ReaderFault.TimeExtension(int times) -> {
                send(Collections.nCopies(times, command.moreTime(slot.status(), 1)));
                carry(command, List::of);
            }
            case ReaderFault.HaltedEndpoint(int other) -> {
                endpoints.halt(other);
                endpoints.requireRunning(endpoint);
                carry(command, List::of);
            }
            case ReaderFault.SpoiledAnswer spoiled -> carry(command, spoiled::spoil);
        }
    }
}
