package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Wrapped;
import fobsmith.firmware.usb.ReaderFault;
import fobsmith.firmware.usb.ReaderFault.SpoiledAnswer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link CcidTransport} has to do, whatever its reader is plugged into. */
@Timeout(30)
/** What becomes of a conversation with a reader that fails, over whatever link. */
abstract class CcidFaults extends CcidRig {
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
}
