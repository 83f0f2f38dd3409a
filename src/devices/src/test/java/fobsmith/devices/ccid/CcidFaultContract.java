package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Wrapped;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.ReaderFault;
import fobsmith.firmware.usb.ReaderFault.SpoiledAnswer;
import fobsmith.firmware.usb.UsbFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link CcidTransport} has to do where its reader breaks or leaves. */
abstract class CcidFaultContract extends CcidBench {
    /** For what cannot even be opened. */
    private static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(300));

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
        hastily(reader, transport -> {
            reader.fault(spoiled, 1);
            fails(transport, DeviceException.LinkLost.class, "");
        });
    }

    @Test
    void losesTheLinkToAReaderThatGetsNoMessages() {
        hastily(reader, transport -> {
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
        hastily(recorded, transport -> {
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
