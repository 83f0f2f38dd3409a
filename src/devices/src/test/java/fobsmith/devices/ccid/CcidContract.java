package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.Wrapped;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.ReaderFault;
import fobsmith.firmware.usb.ReaderFault.SpoiledAnswer;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.UsbFunction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CcidTransport} has to do, whatever its reader is plugged into. */
@Timeout(30)
abstract class CcidContract {
    /** For answers that come, however busy the machine is. */
    private static final CcidTiming PATIENT = CcidTiming.USUAL;
    /** For answers that never come. */
    private static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(300));

    private static final ReaderIdentity IDENTITY = new ReaderIdentity(0x1209, 0x0a7b, 0x0100, "", "", "");
    private static final byte[] COMMAND = {0x00, 0x01, 0x02, 0x03};

    private final EchoCard card = new EchoCard();
    private final CcidReader reader = new CcidReader(IDENTITY, ExchangeLevel.SHORT_APDU, card);

    abstract Links link();

    private interface Conversation {
        void hold(CcidTransport transport);
    }

    private void with(UsbFunction device, CcidTiming timing, Conversation conversation) {
        try (var plugged = link().plug(device);
                var transport = CcidTransport.open(plugged.port().open(), timing)) {
            conversation.hold(transport);
        }
    }

    /** The exchange fails so, and from then on every other because of it. */
    private void fails(CcidTransport transport, Class<? extends DeviceException> type, String message) {
        assertThatThrownBy(() -> transport.exchange(COMMAND)).isInstanceOf(type).hasMessageContaining(message);
        int commands = card.commands();
        assertThatThrownBy(() -> transport.exchange(COMMAND))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessageContaining("not spoken to any more")
                .hasMessageContaining(message);
        assertThat(card.commands()).isEqualTo(commands);
    }

    private static byte[] apdu(int length) {
        var apdu = new byte[length];
        new Random(length).nextBytes(apdu);
        return apdu;
    }

    @Test
    void carriesRequestsOfEveryLengthThatTheReaderTakes() {
        with(reader, PATIENT, transport -> {
            for (int length = 4; length <= 259; length++) {
                assertThat(transport.exchange(apdu(length))).isEqualTo(EchoCard.answerTo(apdu(length)));
            }
        });
    }

    @Test
    void goesOnWhenTheSequenceNumbersBeginAnew() {
        with(reader, PATIENT, transport -> {
            for (int i = 0; i < 600; i++) {
                assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
            }
        });
    }

    @Test
    void refusesARequestThatTheReaderCannotTakeAndGoesOn() {
        with(reader, PATIENT, transport -> {
            assertThatThrownBy(() -> transport.exchange(apdu(262)))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessageContaining("262")
                    .hasMessageContaining("261");
            assertThat(card.commands()).isZero();
            assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
        });
    }

    @ParameterizedTest
    @CsvSource({"4", "250", "261", "262", "522", "523", "1000", "65000"})
    void chainsWhatIsTooLongForOneMessageWhereTheReaderDoes(int length) {
        var extended = new CcidReader(IDENTITY, ExchangeLevel.EXTENDED_APDU, card);
        with(extended, PATIENT, transport -> {
            assertThat(transport.exchange(apdu(length))).isEqualTo(EchoCard.answerTo(apdu(length)));
            assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
        });
    }

    @Test
    void givesTheCardPowerAndTakesItBack() {
        with(reader, PATIENT, _ -> assertThat(card.isPowered()).isTrue());
        assertThat(card.isPowered()).isFalse();
    }

    @Test
    void fallsBackToFiveVoltsWhereTheReaderDoesNotChoose() {
        reader.fault(
                new ReaderFault.ErrorStatus(CcidError.BAD_VOLTAGE), 3); // of both slot states, of the first power on
        with(
                reader,
                PATIENT,
                transport -> assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND)));
    }

    @Test
    void grantsTheTimeThatIsAskedFor() {
        reader.fault(new ReaderFault.TimeExtension(3));
        with(reader, PATIENT, transport -> {
            assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
            assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
        });
    }

    @Test
    void givesUpOnAReaderThatAsksForTimeWithoutEnd() {
        with(reader, PATIENT, transport -> {
            reader.fault(new ReaderFault.TimeExtension(1000), 1);
            fails(transport, DeviceException.LinkLost.class, "more than 60 s");
        });
    }

    @Test
    void catchesAWrongSequenceNumber() {
        with(reader, PATIENT, transport -> {
            reader.fault(SpoiledAnswer.WRONG_SEQUENCE);
            fails(transport, DeviceException.Malformed.class, "answers command");
        });
    }

    @Test
    void catchesAWrongSequenceNumberWhenItOpens() {
        reader.fault(SpoiledAnswer.WRONG_SEQUENCE);
        assertThatThrownBy(() -> with(reader, HASTY, _ -> {})).isInstanceOf(DeviceException.LinkLost.class);
    }

    @Test
    void doesNotTakeASecondAnswerForThatOfTheNextCommand() {
        with(reader, PATIENT, transport -> {
            reader.fault(SpoiledAnswer.TWICE, 1);
            assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
            fails(transport, DeviceException.Malformed.class, "answers command");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_SLOT", "WRONG_TYPE", "TRAILING_BYTES", "OVERSIZED"})
    void doesNotTakeAnAnswerThatBreaksTheStandard(SpoiledAnswer spoiled) {
        with(reader, PATIENT, transport -> {
            reader.fault(spoiled);
            fails(transport, DeviceException.Malformed.class, "reader");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "CUT_HEADER", "OVERSTATED_LENGTH"})
    void losesTheLinkToAReaderThatDoesNotFinishItsAnswer(SpoiledAnswer spoiled) {
        with(reader, HASTY, transport -> {
            reader.fault(spoiled, 1);
            fails(transport, DeviceException.LinkLost.class, "");
        });
    }

    @Test
    void losesTheLinkToAReaderThatGetsNoMessages() {
        with(reader, HASTY, transport -> {
            reader.fault(new ReaderFault.MessageLost());
            fails(transport, DeviceException.LinkLost.class, "");
        });
    }

    @Test
    void abortsOverBothPipesWhatWasNotAnsweredInTime() {
        var heard = new ArrayList<String>();
        var recorded = new Wrapped(reader) {
            @Override
            public byte[] control(byte[] setup, byte[] data) {
                if (setup[0] == 0x21) {
                    heard.add("abort %d of slot %d over the control pipe".formatted(setup[3], setup[2]));
                }
                return super.control(setup, data);
            }

            @Override
            public void out(int endpoint, byte[] data) {
                heard.add("message %02x, number %d".formatted(data[0], data[6]));
                super.out(endpoint, data);
            }
        };
        with(recorded, HASTY, transport -> {
            reader.fault(SpoiledAnswer.LOST, 1);
            fails(transport, DeviceException.LinkLost.class, "");
        });
        assertThat(heard)
                .containsExactly(
                        "message 65, number 1",
                        "message 65, number 2",
                        "message 62, number 3",
                        "message 6f, number 4",
                        "abort 4 of slot 0 over the control pipe",
                        "message 72, number 4");
    }

    @ParameterizedTest
    @CsvSource({
        "fb, hardware error",
        "fc, more than fits",
        "f2, sequence of its own",
        "e0, busy",
        "00, not supported",
        "05, byte 5",
        "93, error 93",
        "ff, aborted"
    })
    void saysWhatTheReaderSaysOfAFailure(String error, String text) {
        with(reader, PATIENT, transport -> {
            reader.fault(new ReaderFault.ErrorStatus(Integer.parseInt(error, 16)));
            fails(transport, DeviceException.Malformed.class, text);
        });
    }

    @Test
    void losesTheLinkToAMuteCard() {
        with(reader, PATIENT, transport -> {
            reader.fault(new ReaderFault.ErrorStatus(CcidError.ICC_MUTE));
            fails(transport, DeviceException.LinkLost.class, "does not answer");
        });
    }

    @Test
    void noticesThatTheCardWasTakenOut() {
        with(reader, PATIENT, transport -> {
            transport.exchange(COMMAND);
            reader.removeCard();
            fails(transport, DeviceException.LinkLost.class, "no card in the reader");
        });
    }

    @Test
    void givesTheReaderFreeWhereThereIsNoCardInIt() {
        reader.removeCard();
        try (var plugged = link().plug(reader)) {
            assertThatThrownBy(() -> CcidTransport.open(plugged.port().open(), PATIENT))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("no card in the reader");
            reader.insertCard();
            try (var transport = CcidTransport.open(plugged.port().open(), PATIENT)) {
                assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "82"})
    void takesAHaltedEndpointForAFaultOfTheReader(String endpoint) {
        with(reader, PATIENT, transport -> {
            reader.fault(new ReaderFault.HaltedEndpoint(Integer.parseInt(endpoint, 16)));
            fails(transport, DeviceException.Malformed.class, "refuses a transfer");
        });
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "10", "63", "64", "65"})
    void putsAnswersTogetherThatComeInPieces(int piece) {
        var pieces = new Wrapped(reader) {
            @Override
            public Optional<byte[]> in(int endpoint, int capacity) {
                return super.in(endpoint, Math.min(capacity, piece));
            }
        };
        with(pieces, PATIENT, transport -> {
            for (int length : List.of(4, 42, 52, 53, 54, 116, 250)) {
                assertThat(transport.exchange(apdu(length))).isEqualTo(EchoCard.answerTo(apdu(length)));
            }
        });
    }

    @Test
    void passesOverEmptyPacketsBetweenAnswers() {
        with(new Padded(reader, 1), PATIENT, transport -> {
            for (int length : List.of(4, 52, 116, 250)) {
                assertThat(transport.exchange(apdu(length))).isEqualTo(EchoCard.answerTo(apdu(length)));
            }
        });
    }

    @Test
    void tiresOfAReaderThatAnswersWithNothing() {
        assertThatThrownBy(() -> with(new Padded(reader, 100), PATIENT, _ -> {}))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessageContaining("nothing");
    }

    /** A reader that sends so many empty packets before each that is not. */
    private static final class Padded extends Wrapped {
        private final int empty;
        private int left;

        Padded(UsbFunction device, int empty) {
            super(device);
            this.empty = empty;
            this.left = empty;
        }

        @Override
        public Optional<byte[]> in(int endpoint, int capacity) {
            if (left-- > 0) {
                return Optional.of(new byte[0]);
            }
            var data = super.in(endpoint, capacity);
            left = data.isPresent() ? empty : 0;
            return data;
        }
    }

    /** Of any command, with any number, such as the next to be given; in the order in which a reader may send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8002000000004d0000009000",
                "8100000000004d000000",
                "81000000000000000000",
                "81000000000001000000",
                "81000000000001020000",
                "81000000000002000000",
                "81000000000003010000",
                "80000000000001800100 81000000000001000000",
                "81000000000001000000 81000000000001000000 81000000000001000000",
            })
    void passesOverWhatAnotherProgramLeftUnread(String leftovers) {
        with(
                new Leftover(reader, leftovers.split(" ")),
                PATIENT,
                transport -> assertThat(transport.exchange(COMMAND)).isEqualTo(EchoCard.answerTo(COMMAND)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8002000000004d0000009000", "8100000000004d000000"})
    void tiresOfAReaderThatAnswersWhatItWasNotAsked(String answer) {
        var endless = Collections.nCopies(100, answer).toArray(String[]::new);
        assertThatThrownBy(() -> with(new Leftover(reader, endless), PATIENT, _ -> {}))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessageContaining("not asked");
    }

    /** A reader that still has these answers to commands of another program. */
    private static final class Leftover extends Wrapped {
        private final Queue<byte[]> answers = new ArrayDeque<>();

        Leftover(UsbFunction device, String... answers) {
            super(device);
            Arrays.stream(answers).map(HexFormat.of()::parseHex).forEach(this.answers::add);
        }

        @Override
        public synchronized Optional<byte[]> in(int endpoint, int capacity) {
            return answers.isEmpty() ? super.in(endpoint, capacity) : Optional.of(answers.remove());
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhicheverTransferThePlugIsPulledAt(PulledAt.Moment moment) {
        var whole = new PulledAt(Integer.MAX_VALUE, moment, reader);
        var beforeClosing = new AtomicInteger();
        with(whole, PATIENT, transport -> {
            transport.exchange(apdu(200));
            transport.exchange(COMMAND);
            beforeClosing.set(whole.transfers());
        });
        assertThat(beforeClosing.get()).isGreaterThan(8);
        for (int transfer = 1; transfer <= whole.transfers(); transfer++) {
            assertThat(lostIn(new PulledAt(transfer, moment, reader)))
                    .as("pulled at transfer %d", transfer)
                    .isEqualTo(transfer <= beforeClosing.get());
        }
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean lostIn(UsbFunction device) {
        try {
            with(device, PATIENT, transport -> {
                transport.exchange(apdu(200));
                transport.exchange(COMMAND);
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }
}
