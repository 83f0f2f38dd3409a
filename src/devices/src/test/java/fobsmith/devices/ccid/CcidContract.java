package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Wrapped;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderFault;
import fobsmith.firmware.usb.UsbFunction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CcidTransport} has to do, whatever its reader is plugged into. */
abstract class CcidContract extends CcidBench {
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
}
